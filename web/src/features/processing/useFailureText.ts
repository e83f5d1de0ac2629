import { useTranslation } from "react-i18next";
import type { VideoError } from "@/api/types";
import { en } from "./i18n/en";

type Known = keyof typeof en.failures;
const known = (code: string): code is Known => Object.hasOwn(en.failures, code);

/** Why a video could not be made, and what to do; codes that this program does not know keep the server's sentence. */
export function useFailureText(): (error: VideoError | null) => string {
  const { t } = useTranslation("processing");
  return (error) => {
    if (error && known(error.code)) return t(($) => $.failures[error.code as Known]);
    return error?.detail || t(($) => $.failures.unknown);
  };
}
