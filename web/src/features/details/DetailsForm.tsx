import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSpokenLanguages } from "@/lib/i18n/spoken";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { Skeleton } from "@/ui/Skeleton";
import { Switch } from "@/ui/Switch";
import { Textarea } from "@/ui/Textarea";
import { categoriesQuery } from "../videos/queries";
import { useCategoryName } from "../videos/useCategoryName";
import { errorOf, LIMITS, lengthOf } from "./fields";
import { PrivacyPicker } from "./PrivacyPicker";
import { SaveNote } from "./SaveNote";
import { TagsInput } from "./TagsInput";
import { useDetails } from "./useDetails";
import { Viewers } from "./Viewers";

/** Everything an owner says about a video; saves itself while one types. */
export function DetailsForm({ videoId }: { videoId: string }) {
  const { fields, state, contested, saver } = useDetails(videoId);
  const { t } = useTranslation("details");
  if (!fields) return <FormSkeleton />;
  const textField = (name: "title" | "description") => {
    const limit = LIMITS[name];
    const length = lengthOf(fields[name]);
    const error = errorOf(name, fields[name]);
    return {
      label: t(($) => $[name]),
      hint: error
        ? undefined
        : length > limit * 0.8
          ? t(($) => $.count, { length, limit })
          : t(($) => $[`${name}Hint`]),
      error: error ? t(($) => $.errors[error], { limit }) : undefined,
      value: fields[name],
      onChange: (event: { target: { value: string } }) => saver.edit(name, event.target.value),
      onBlur: () => saver.settle(name),
    };
  };
  return (
    <div className="flex flex-col gap-4">
      <Input {...textField("title")} required autoComplete="off" />
      <Textarea {...textField("description")} rows={4} />
      <PrivacyPicker value={fields.privacy} onChange={(privacy) => saver.choose("privacy", privacy)} />
      <Switch
        label={t(($) => $.premium)}
        hint={t(($) => $.premiumHint)}
        checked={fields.premium}
        onChange={(premium) => saver.choose("premium", premium)}
      />
      {fields.premium ? <Viewers videoId={videoId} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <CategorySelect value={fields.category} onChange={(category) => saver.choose("category", category)} />
        <LanguageSelect value={fields.language} onChange={(language) => saver.choose("language", language)} />
      </div>
      <TagsInput value={fields.tags} onChange={(tags) => saver.choose("tags", tags)} />
      <SaveNote state={state} contested={contested.length > 0} onRetry={() => void saver.flush()} />
    </div>
  );
}

interface ChoiceProps {
  value: string;
  onChange: (value: string) => void;
}

function CategorySelect({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation("details");
  const { data } = useQuery(categoriesQuery);
  const name = useCategoryName();
  const options = (data?.categories ?? []).map((category) => ({ value: category.id, label: name(category) }));
  return (
    <Select
      label={t(($) => $.category)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: "", label: t(($) => $.noCategory) }, ...options]}
    />
  );
}

function LanguageSelect({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation("details");
  const options = useSpokenLanguages(value);
  return (
    <Select
      label={t(($) => $.language)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: "", label: t(($) => $.noLanguage) }, ...options]}
    />
  );
}

const FormSkeleton = () => (
  <div aria-busy className="flex flex-col gap-4">
    <Skeleton className="h-16 rounded-control" />
    <Skeleton className="h-32 rounded-control" />
    <Skeleton className="h-28 rounded-control" />
    <Skeleton className="h-16 rounded-control" />
  </div>
);
