import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import type { Me } from "@/api/types";
import { Button } from "@/ui/Button";
import { Input } from "@/ui/Input";
import { toast, toastError } from "@/ui/toast";
import { applyProblem } from "../auth/applyProblem";
import { useFieldText } from "../auth/useFieldText";
import { useChangeMe } from "./useChangeMe";

export function EmailForm({ me }: { me: Me }) {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const fieldText = useFieldText();
  const change = useChangeMe();
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { email: me.email } });

  const submit = handleSubmit(async ({ email }) => {
    try {
      await change.mutateAsync({ email });
      toast(t(($) => $.emailSaved));
    } catch (error) {
      if (!applyProblem(error, ["email"], setError)) toastError(problemText(error));
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Input
        label={t(($) => $.email)}
        error={fieldText(formState.errors.email)}
        type="email"
        autoComplete="email"
        {...register("email", {
          setValueAs: (value: string) => value.trim(),
          pattern: { value: /^\s*[^\s@]+@[^\s@]+\s*$/, message: "email" },
          required: "required",
        })}
      />
      <Button type="submit" busy={formState.isSubmitting} disabled={!formState.isDirty} className="self-start">
        {common(($) => $.save)}
      </Button>
    </form>
  );
}
