import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { Select } from "@/ui/Select";
import { Switch } from "@/ui/Switch";
import { categoriesQuery } from "../videos/queries";
import { useCategoryName } from "../videos/useCategoryName";
import { languageName } from "./languageName";
import { facetsQuery } from "./queries";
import {
  DURATIONS,
  type FilterName,
  parseSearch,
  RESOLUTIONS,
  type SearchState,
  SORTS,
  UPLOADED,
  withFilter,
} from "./state";

interface FilterPanelProps {
  state: SearchState;
  onState: (state: SearchState) => void;
}

interface Option {
  value: string;
  label: string;
}

/** What narrows and orders the videos. Each choice holds at once; numbers say how many there are. */
export function FilterPanel({ state, onState }: FilterPanelProps) {
  const { t } = useTranslation("search");
  const { sorts, uploaded, durations, resolutions, categories, languages, channels } = useOptions(state);
  const field = (name: FilterName, label: string, options: Option[], usual: string = t(($) => $.any)) => (
    <Select
      label={label}
      value={String(state[name] ?? "")}
      onChange={({ target }) => onState(parseSearch({ ...state, [name]: target.value }))}
      options={[{ value: "", label: usual }, ...options]}
    />
  );
  return (
    <section
      aria-label={t(($) => $.filters)}
      className="grid grid-cols-2 items-end gap-x-4 gap-y-3 rounded-card bg-sunken p-4 lg:grid-cols-4"
    >
      {field(
        "sort",
        t(($) => $.sort),
        sorts,
        t(($) => $.sorts.relevance),
      )}
      {field(
        "uploaded",
        t(($) => $.uploaded),
        uploaded,
      )}
      {field(
        "duration",
        t(($) => $.duration),
        durations,
      )}
      {field(
        "category",
        t(($) => $.category),
        categories,
      )}
      {field(
        "language",
        t(($) => $.language),
        languages,
      )}
      {field(
        "channel",
        t(($) => $.channel),
        channels,
      )}
      {field(
        "resolution",
        t(($) => $.resolution),
        resolutions,
      )}
      <Switch
        label={t(($) => $.captions)}
        checked={state.captions ?? false}
        onChange={(wanted) => onState(withFilter(state, "captions", wanted ? true : undefined))}
      />
    </section>
  );
}

function useOptions(state: SearchState) {
  const { t } = useTranslation("search");
  const reader = useLanguage();
  const { data: facets } = useQuery(facetsQuery(state));
  const { data: known } = useQuery(categoriesQuery);
  const categoryName = useCategoryName();

  const counted = (name: "category" | "language" | "channel", value: string, label: string): Option => {
    const count = facets?.[name]?.find((each) => each.value === value)?.count;
    const words = { value: label, number: formatNumber(count ?? 0, reader) };
    return { value, label: count === undefined ? label : t(($) => $.counted, words) };
  };
  const found = (name: "language" | "channel"): string[] => {
    const values = facets?.[name]?.map(({ value }) => value) ?? [];
    const chosen = state[name];
    return chosen === undefined || values.includes(chosen) ? values : [chosen, ...values];
  };
  return {
    sorts: SORTS.filter((value) => value !== "relevance").map((value) => ({ value, label: t(($) => $.sorts[value]) })),
    uploaded: UPLOADED.map((value) => ({ value, label: t(($) => $.uploadedIn[value]) })),
    durations: DURATIONS.map((value) => ({ value, label: t(($) => $.durations[value]) })),
    resolutions: RESOLUTIONS.map((value) => ({ value, label: t(($) => $.resolutions[value]) })),
    categories: (known?.categories ?? []).map((each) => counted("category", each.id, categoryName(each))),
    languages: found("language").map((tag) => counted("language", tag, languageName(tag, reader))),
    channels: found("channel").map((name) => counted("channel", name, `@${name}`)),
  };
}
