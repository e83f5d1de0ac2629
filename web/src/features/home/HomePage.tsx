import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Clapperboard, Shapes } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { chipClass } from "@/ui/Chip";
import { EmptyState } from "@/ui/EmptyState";
import { ScrollRow } from "@/ui/ScrollRow";
import { Skeleton } from "@/ui/Skeleton";
import { categoriesQuery } from "../videos/queries";
import { useCategoryName } from "../videos/useCategoryName";
import { VideoGrid } from "../videos/VideoGrid";

const FreshSiteNote = lazy(async () => ({ default: (await import("../auth/FreshSiteNote")).FreshSiteNote }));

export interface HomeFilter {
  category?: string;
  sort?: "popular";
}

export function HomePage({ category, sort }: HomeFilter) {
  const { t } = useTranslation("home");
  useTitle(undefined);
  return (
    <div className="px-4 sm:px-6">
      <h1 className="sr-only">{t(($) => $.heading)}</h1>
      <nav aria-label={t(($) => $.kinds)} className="sticky top-(--bar) z-20 -mx-2 bg-canvas px-2 py-3">
        <Kinds category={category} sort={sort} />
      </nav>
      <div className="pt-2">
        <VideoGrid heading="h2" filter={{ category, sort }} empty={category || sort ? <NoneOfKind /> : <Fresh />} />
      </div>
    </div>
  );
}

function Kinds({ category, sort }: { category: string | undefined; sort: "popular" | undefined }) {
  const { t } = useTranslation("home");
  const { data } = useQuery(categoriesQuery);
  const name = useCategoryName();
  const kinds: { label: string; search: HomeFilter; current: boolean }[] = [
    { label: t(($) => $.newest), search: {}, current: !category && !sort },
    { label: t(($) => $.popular), search: { sort: "popular" }, current: sort === "popular" && !category },
    ...(data?.categories ?? []).map((each) => ({
      label: name(each),
      search: { category: each.id },
      current: category === each.id,
    })),
  ];
  return (
    <ScrollRow backLabel={t(($) => $.earlierKinds)} onLabel={t(($) => $.moreKinds)}>
      {kinds.map(({ label, search, current }) => (
        <Link
          key={label}
          to="/"
          search={search}
          activeProps={{}}
          aria-current={current ? "true" : undefined}
          resetScroll
          className={chipClass}
        >
          {label}
        </Link>
      ))}
      {data ? null : [20, 16, 24, 18, 22].map((width) => <Skeleton key={width} className="h-9 w-20 rounded-full" />)}
    </ScrollRow>
  );
}

function Fresh() {
  const { t } = useTranslation("home");
  return (
    <>
      <EmptyState
        picture={<Clapperboard size={48} strokeWidth={1.5} />}
        title={t(($) => $.fresh.title)}
        text={t(($) => $.fresh.text)}
        action={
          <Link to="/upload" className={buttonClass("primary")}>
            {t(($) => $.fresh.action)}
          </Link>
        }
      />
      <Suspense fallback={null}>
        <div className="mx-auto max-w-md">
          <FreshSiteNote />
        </div>
      </Suspense>
    </>
  );
}

function NoneOfKind() {
  const { t } = useTranslation("home");
  return (
    <EmptyState
      picture={<Shapes size={48} strokeWidth={1.5} />}
      title={t(($) => $.noneOfKind.title)}
      text={t(($) => $.noneOfKind.text)}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t(($) => $.noneOfKind.action)}
        </Link>
      }
    />
  );
}
