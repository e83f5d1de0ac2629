import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { Button } from "@/ui/Button";
import { toast } from "@/ui/toast";
import { FormProblem } from "../auth/AuthFrame";
import { applyProblem } from "../auth/applyProblem";
import { type PasswordChange, passwordChange } from "../auth/forms";
import { PasswordInput } from "../auth/PasswordInput";
import { useFieldText } from "../auth/useFieldText";

export function PasswordForm({ username }: { username: string }) {
  const { t } = useTranslation("settings");
  const { t: auth } = useTranslation("auth");
  const problemText = useProblemText();
  const fieldText = useFieldText();
  const [problem, setProblem] = useState("");
  const { register, handleSubmit, setError, reset, formState } = useForm<PasswordChange>({
    resolver: zodResolver(passwordChange),
    defaultValues: { current_password: "", new_password: "" },
  });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async (body) => {
    setProblem("");
    try {
      await unwrap(api.POST("/api/v1/me/password", { body }));
      reset();
      toast(t(($) => $.passwordSaved));
    } catch (error) {
      if (!applyProblem(error, ["current_password", "new_password"], setError)) setProblem(problemText(error));
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormProblem>{problem}</FormProblem>
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordInput
        label={t(($) => $.currentPassword)}
        error={fieldText(errors.current_password)}
        autoComplete="current-password"
        {...register("current_password")}
      />
      <PasswordInput
        label={t(($) => $.newPassword)}
        hint={auth(($) => $.passwordHint)}
        error={fieldText(errors.new_password)}
        autoComplete="new-password"
        {...register("new_password")}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={isSubmitting}>
          {t(($) => $.changePassword)}
        </Button>
        <p className="text-xs text-ink-muted">{t(($) => $.passwordText)}</p>
      </div>
    </form>
  );
}
