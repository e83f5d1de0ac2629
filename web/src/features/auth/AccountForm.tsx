import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { session } from "@/api/client";
import { ProblemError } from "@/api/problem";
import { useProblemText } from "@/api/problemText";
import type { Tokens } from "@/api/types";
import { Button } from "@/ui/Button";
import { Input } from "@/ui/Input";
import { FormProblem } from "./AuthFrame";
import { applyProblem } from "./applyProblem";
import { type Registration, registration } from "./forms";
import { PasswordInput } from "./PasswordInput";
import { useFieldText } from "./useFieldText";

interface AccountFormProps {
  submitLabel: string;
  /** Asks the server for the account; its tokens sign in here. */
  create: (account: Registration) => Promise<Tokens>;
}

/** The fields of a new account, for people and for the first administrator. */
export function AccountForm({ submitLabel, create }: AccountFormProps) {
  const { t } = useTranslation("auth");
  const problemText = useProblemText();
  const fieldText = useFieldText();
  const [problem, setProblem] = useState("");
  const { register, handleSubmit, setError, formState } = useForm<Registration>({
    resolver: zodResolver(registration),
    defaultValues: { username: "", display_name: "", email: "", password: "" },
    mode: "onTouched",
  });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async (account) => {
    setProblem("");
    try {
      session.signIn(await create(account));
    } catch (error) {
      if (applyProblem(error, ["username", "display_name", "email", "password"], setError)) return;
      const code = error instanceof ProblemError ? error.code : "";
      if (code === "registration_closed" || code === "invalid_setup_token") setProblem(t(($) => $.problems[code]));
      else setProblem(problemText(error));
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormProblem>{problem}</FormProblem>
      <Input
        label={t(($) => $.username)}
        hint={t(($) => $.usernameHint)}
        error={fieldText(errors.username)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...register("username", { setValueAs: (value: string) => value.trim().toLowerCase() })}
      />
      <Input
        label={t(($) => $.displayName)}
        hint={t(($) => $.displayNameHint)}
        error={fieldText(errors.display_name)}
        autoComplete="name"
        {...register("display_name")}
      />
      <Input
        label={t(($) => $.email)}
        error={fieldText(errors.email)}
        type="email"
        autoComplete="email"
        required
        {...register("email", { setValueAs: (value: string) => value.trim() })}
      />
      <PasswordInput
        label={t(($) => $.password)}
        hint={t(($) => $.passwordHint)}
        error={fieldText(errors.password)}
        autoComplete="new-password"
        required
        {...register("password")}
      />
      <Button type="submit" variant="primary" busy={isSubmitting} className="mt-2">
        {isSubmitting ? t(($) => $.oneMoment) : submitLabel}
      </Button>
    </form>
  );
}
