import { useTranslation } from "react-i18next";
import type { Category } from "@/api/types";
import { en } from "./i18n/en";

type Known = keyof typeof en.categories;
const known = (id: string): id is Known => Object.hasOwn(en.categories, id);

/** A category in the reader's language; one that this program does not know keeps the server's name. */
export function useCategoryName(): (category: Category) => string {
  const { t } = useTranslation("videos");
  return ({ id, name }) => (known(id) ? t(($) => $.categories[id]) : name);
}
