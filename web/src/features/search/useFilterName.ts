import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/i18n/language";
import { categoriesQuery } from "../videos/queries";
import { useCategoryName } from "../videos/useCategoryName";
import { languageName } from "./languageName";
import type { FilterName, SearchState } from "./state";

/** What a filter that is set says in the reader's language. */
export function useFilterName(): (state: SearchState, filter: FilterName) => string {
  const { t } = useTranslation("search");
  const reader = useLanguage();
  const { data } = useQuery(categoriesQuery);
  const categoryName = useCategoryName();
  return ({ sort, uploaded, duration, resolution, category, language, channel }, filter) => {
    switch (filter) {
      case "sort":
        return t(($) => $.sorts[sort ?? "relevance"]);
      case "uploaded":
        return uploaded ? t(($) => $.uploadedIn[uploaded]) : "";
      case "duration":
        return duration ? t(($) => $.durations[duration]) : "";
      case "resolution":
        return resolution ? t(($) => $.resolutions[resolution]) : "";
      case "captions":
        return t(($) => $.captions);
      case "category": {
        const known = data?.categories.find(({ id }) => id === category);
        return known ? categoryName(known) : (category ?? "");
      }
      case "language":
        return languageName(language ?? "", reader);
      case "channel":
        return `@${channel ?? ""}`;
    }
  };
}
