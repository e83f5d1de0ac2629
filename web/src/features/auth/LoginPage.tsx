import { zodResolver } from "@hookform/resolvers/zod";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { api, session, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import { Button } from "@/ui/Button";
import { Input } from "@/ui/Input";
import { AuthFrame, FormProblem } from "./AuthFrame";
import { applyProblem } from "./applyProblem";
import { FreshSiteNote } from "./FreshSiteNote";
import { type Login, login } from "./forms";
import { PasswordInput } from "./PasswordInput";
import { useFieldText } from "./useFieldText";
import { useLeaveWhenSignedIn } from "./useLeaveWhenSignedIn";

export function LoginPage({ redirect }: { redirect?: string }) {
  const { t } = useTranslation("auth");
  const problemText = useProblemText();
  const fieldText = useFieldText();
  const [problem, setProblem] = useState("");
  const { register, handleSubmit, setError, formState } = useForm<Login>({
    resolver: zodResolver(login),
    defaultValues: { login: "", password: "" },
  });
  const { errors, isSubmitting } = formState;
  useLeaveWhenSignedIn(redirect);

  const submit = handleSubmit(async (body) => {
    setProblem("");
    try {
      session.signIn(await unwrap(api.POST("/api/v1/auth/login", { body })));
    } catch (error) {
      if (!applyProblem(error, ["login", "password"], setError)) setProblem(problemText(error));
    }
  });

  return (
    <AuthFrame
      title={t(($) => $.login.title)}
      {...(redirect ? { text: t(($) => $.login.first) } : {})}
      footer={
        <>
          {t(($) => $.login.other)}{" "}
          <Link to="/register" search={redirect ? { redirect } : {}} className="font-medium text-ink underline">
            {t(($) => $.register.submit)}
          </Link>
        </>
      }
    >
      <FreshSiteNote />
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <FormProblem>{problem}</FormProblem>
        <Input
          label={t(($) => $.login.name)}
          error={fieldText(errors.login)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...register("login", { setValueAs: (value: string) => value.trim() })}
        />
        <PasswordInput
          label={t(($) => $.password)}
          error={fieldText(errors.password)}
          autoComplete="current-password"
          required
          {...register("password")}
        />
        <Button type="submit" variant="primary" busy={isSubmitting} className="mt-2">
          {isSubmitting ? t(($) => $.oneMoment) : t(($) => $.login.submit)}
        </Button>
      </form>
    </AuthFrame>
  );
}
