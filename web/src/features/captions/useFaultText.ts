import { useTranslation } from "react-i18next";
import { ProblemError } from "@/api/problem";
import { useProblemText } from "@/api/problemText";
import "./i18n/texts";

/** The API's names of faults, and those of their texts: a key that ends in _many would be a plural's. */
const FAULTS = {
  no_text_file: "noTextFile",
  no_captions: "noCaptions",
  no_times: "noTimes",
  bad_times: "badTimes",
  backwards: "backwards",
  too_long: "tooLong",
  too_many: "tooMany",
} as const;

const isFault = (code: unknown): code is keyof typeof FAULTS => typeof code === "string" && code in FAULTS;

/** Why captions were refused, with the line, in the reader's language. */
export function useFaultText(): (error: unknown) => string {
  const { t } = useTranslation("captions");
  const problemText = useProblemText();
  return (error) => {
    if (!(error instanceof ProblemError)) return problemText(error);
    const { fault: code, line, cue } = error.extra;
    if (!isFault(code)) return problemText(error);
    const fault = t(($) => $.fault[FAULTS[code]]);
    if (typeof line === "number") return t(($) => $.fault.line, { line, fault });
    if (typeof cue === "number") return t(($) => $.fault.cue, { cue, fault });
    return fault;
  };
}
