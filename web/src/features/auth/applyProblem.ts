import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { ProblemError } from "@/api/problem";

/** Codes of refusals that concern one field. */
const FIELDS: Record<string, string> = {
  username_taken: "username",
  email_taken: "email",
  wrong_login: "password",
  wrong_password: "current_password",
};

/** Puts a refusal to the fields it is about. `false`: it is about none of them. */
export function applyProblem<T extends FieldValues>(
  error: unknown,
  names: readonly FieldPath<T>[],
  setError: UseFormSetError<T>,
): boolean {
  if (!(error instanceof ProblemError)) return false;
  const field = FIELDS[error.code];
  const found = [
    ...(field ? [{ field, message: error.code }] : []),
    ...error.errors.map(({ field, detail }) => ({ field: field.slice(field.lastIndexOf(".") + 1), message: detail })),
  ].flatMap(({ field, message }) => {
    const name = names.find((each) => each === field);
    return name ? [{ name, message }] : [];
  });
  for (const [index, { name, message }] of found.entries()) {
    setError(name, { type: "server", message }, { shouldFocus: index === 0 });
  }
  return found.length > 0;
}
