import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import type { Me } from "@/api/types";
import { Button, buttonClass } from "@/ui/Button";
import { Input } from "@/ui/Input";
import { Textarea } from "@/ui/Textarea";
import { toast } from "@/ui/toast";
import { FormProblem } from "../auth/AuthFrame";
import { applyProblem } from "../auth/applyProblem";
import { useFieldText } from "../auth/useFieldText";
import { useChangeMe } from "./useChangeMe";

interface Fields {
  display_name: string;
  channel_name: string;
  channel_description: string;
}

const NAME = { maxLength: { value: 100, message: "display_name" } };

export function ProfileForm({ me }: { me: Me }) {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const fieldText = useFieldText();
  const change = useChangeMe();
  const [problem, setProblem] = useState("");
  const { display_name, channel_name, channel_description } = me;
  const { register, handleSubmit, setError, formState } = useForm<Fields>({
    values: { display_name, channel_name, channel_description },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isSubmitting, isDirty } = formState;

  const submit = handleSubmit(async (fields) => {
    setProblem("");
    try {
      await change.mutateAsync(fields);
      toast(t(($) => $.profileSaved));
    } catch (error) {
      if (!applyProblem(error, ["display_name", "channel_name", "channel_description"], setError)) {
        setProblem(problemText(error));
      }
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormProblem>{problem}</FormProblem>
      <Input
        label={t(($) => $.displayName)}
        error={fieldText(errors.display_name)}
        autoComplete="name"
        {...register("display_name", NAME)}
      />
      <Input
        label={t(($) => $.channelName)}
        hint={t(($) => $.channelNameHint)}
        error={fieldText(errors.channel_name)}
        autoComplete="off"
        {...register("channel_name", NAME)}
      />
      <Textarea
        label={t(($) => $.channelDescription)}
        error={fieldText(errors.channel_description)}
        maxLength={5000}
        {...register("channel_description")}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={isSubmitting} disabled={!isDirty}>
          {common(($) => $.save)}
        </Button>
        <Link to="/@{$username}" params={{ username: me.username }} className={buttonClass("ghost")}>
          {t(($) => $.viewChannel)}
        </Link>
      </div>
    </form>
  );
}
