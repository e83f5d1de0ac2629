import "./i18n/texts";
import { Link, useNavigate } from "@tanstack/react-router";
import { Newspaper } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { chipClass } from "@/ui/Chip";
import { Tabs } from "@/ui/Tabs";
import { CategoryChips } from "../videos/CategoryChips";
import { ranges, type TrendingFilter, USUAL } from "./queries";
import { TrendingList } from "./TrendingList";

/** What many people watch and like, of a period and a category. */
export function TrendingPage({ range = USUAL, category }: TrendingFilter) {
  const { t } = useTranslation("trending");
  const navigate = useNavigate();
  useTitle(t(($) => $.title));
  const choose = (value: string) =>
    void navigate({
      to: "/trending",
      search: searchOf({ range: ranges.find((each) => each === value) ?? USUAL, category }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="mx-auto max-w-5xl px-4 pt-6 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h1 className="text-xl font-semibold">{t(($) => $.title)}</h1>
        <Link to="/events" className={buttonClass("ghost")}>
          <Newspaper aria-hidden size={20} />
          {t(($) => $.events)}
        </Link>
      </div>
      <p className="mt-1 mb-3 text-pretty text-ink-muted">{t(($) => $.text)}</p>
      <Tabs
        label={t(($) => $.ranges.label)}
        value={range}
        onChange={choose}
        tabs={ranges.map((value) => ({
          value,
          label: t(($) => $.ranges[value]),
          content: (
            <>
              <Categories range={value} category={category} />
              <TrendingList range={value} category={category} />
            </>
          ),
        }))}
      />
    </div>
  );
}

interface Shown {
  range: (typeof ranges)[number];
  category: string | undefined;
}

/** The address of a choice; what is usual is left out. */
const searchOf = ({ range, category }: Shown): TrendingFilter => ({
  ...(range === USUAL ? {} : { range }),
  ...(category === undefined ? {} : { category }),
});

function Categories({ range, category }: Shown) {
  const { t } = useTranslation("trending");
  const chip = (label: string, id: string | undefined) => (
    <Link
      to="/trending"
      search={searchOf({ range, category: id })}
      activeProps={{}}
      activeOptions={{ exact: true }}
      aria-current={category === id ? "true" : undefined}
      replace
      resetScroll={false}
      className={chipClass}
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label={t(($) => $.kinds)} className="-mt-3 mb-4">
      <CategoryChips chip={(id, name) => chip(name, id)}>
        {chip(
          t(($) => $.everything),
          undefined,
        )}
      </CategoryChips>
    </nav>
  );
}
