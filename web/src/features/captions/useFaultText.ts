import { useTranslation } from "react-i18next";
import { ProblemError } from "@/api/problem";
import { useProblemText } from "@/api/problemText";
import "./i18n/texts";

const FAULTS = ["no_text_file", "no_captions", "no_times", "bad_times", "backwards", "too_long", "too_many"] as const;

/** Why captions were refused, with the line, in the reader's language. */
export function useFaultText(): (error: unknown) => string {
  const { t } = useTranslation("captions");
  const problemText = useProblemText();
  return (error) => {
    if (!(error instanceof ProblemError)) return problemText(error);
    const code = FAULTS.find((each) => each === error.extra.fault);
    if (!code) return problemText(error);
    const fault = t(($) => $.fault[code]);
    const { line, cue } = error.extra;
    if (typeof line === "number") return t(($) => $.fault.line, { line, fault });
    if (typeof cue === "number") return t(($) => $.fault.cue, { cue, fault });
    return fault;
  };
}
