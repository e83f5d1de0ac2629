import { useTranslation } from "react-i18next";

/** A quality's name for people: heights as they are, the untouched original by a word. Codings are told elsewhere. */
export function useQualityName(): (name: string) => string {
  const { t } = useTranslation("processing");
  return (name) => (name === "source" ? t(($) => $.source) : name.replace(/-av1$/, "").replace(/-hdr$/, " HDR"));
}
