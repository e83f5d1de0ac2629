import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ScrollRow } from "@/ui/ScrollRow";
import { Skeleton } from "@/ui/Skeleton";
import { categoriesQuery } from "./queries";
import { useCategoryName } from "./useCategoryName";

interface CategoryChipsProps {
  /** Chips before those of the categories. */
  children: ReactNode;
  /** Renders the chip of a category; which one is chosen is the page's business. */
  chip: (id: string, name: string) => ReactNode;
}

/** All categories in one line. */
export function CategoryChips({ children, chip }: CategoryChipsProps) {
  const { t } = useTranslation("videos");
  const { data } = useQuery(categoriesQuery);
  const name = useCategoryName();
  return (
    <ScrollRow backLabel={t(($) => $.earlierKinds)} onLabel={t(($) => $.moreKinds)}>
      {children}
      {data?.categories.map((each) => <Fragment key={each.id}>{chip(each.id, name(each))}</Fragment>) ??
        [20, 16, 24, 18, 22].map((key) => <Skeleton key={key} className="h-9 w-20 rounded-full" />)}
    </ScrollRow>
  );
}
