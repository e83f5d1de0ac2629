import { useTranslation } from "react-i18next";
import { ProblemError } from "./problem";

/** A refusal as a sentence in the reader's language; where the server says more than its kind, its own sentence. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation("common");
  return (error) => {
    if (!(error instanceof ProblemError)) return t(($) => $.problems.internal);
    if (error.code === "network") return t(($) => $.problems.network);
    if (error.status === 429) return t(($) => $.problems.limited);
    if (error.status === 403) return t(($) => $.problems.forbidden);
    if (error.status === 404) return t(($) => $.problems.notFound);
    if (error.status === 412) return t(($) => $.problems.conflict);
    if (error.status === 502 || error.status === 503) return t(($) => $.problems.unavailable);
    if (error.status >= 500) return t(($) => $.problems.internal);
    return error.message;
  };
}
