import { Link } from "@tanstack/react-router";
import { Clapperboard, Shapes } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { chipClass } from "@/ui/Chip";
import { EmptyState } from "@/ui/EmptyState";
import { part } from "@/ui/part";
import { CategoryChips } from "../videos/CategoryChips";
import { VideoGrid } from "../videos/VideoGrid";
import { RecommendedRows } from "./RecommendedRows";

const TalkedAbout = part(async () => (await import("../worldevents/TalkedAbout")).TalkedAbout);
const FreshSiteNote = part(async () => (await import("../auth/FreshSiteNote")).FreshSiteNote);

export interface HomeFilter {
  category?: string;
  sort?: "popular";
}

export function HomePage({ category, sort }: HomeFilter) {
  const { t } = useTranslation("home");
  useTitle(undefined);
  const filtered = category !== undefined || sort !== undefined;
  return (
    <div className="px-4 sm:px-6">
      <h1 className="sr-only">{t(($) => $.heading)}</h1>
      <nav aria-label={t(($) => $.kinds)} className="sticky top-(--bar) z-20 -mx-2 bg-canvas px-2 py-3">
        <Kinds category={category} sort={sort} />
      </nav>
      <div className="pt-2">
        {filtered ? (
          <VideoGrid heading="h2" filter={{ category, sort }} empty={<NoneOfKind />} />
        ) : (
          <RecommendedRows
            below={(alone) =>
              alone ? (
                <VideoGrid heading="h2" filter={{}} empty={<Fresh />} />
              ) : (
                <>
                  <TalkedAbout />
                  <Newest />
                </>
              )
            }
          />
        )}
      </div>
    </div>
  );
}

function Newest() {
  const { t } = useTranslation("home");
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-lg font-semibold">
        {t(($) => $.newest)}
      </h2>
      <VideoGrid heading="h3" filter={{}} below empty={null} />
    </section>
  );
}

function Kinds({ category, sort }: { category: string | undefined; sort: "popular" | undefined }) {
  const { t } = useTranslation("home");
  return (
    <CategoryChips chip={(id, name) => <Kind label={name} search={{ category: id }} current={category === id} />}>
      <Kind label={t(($) => $.everything)} search={{}} current={!category && !sort} />
      <Link to="/trending" className={cx(chipClass, "sm:hidden")}>
        {t(($) => $.trending)}
      </Link>
      <Kind label={t(($) => $.popular)} search={{ sort: "popular" }} current={sort === "popular" && !category} />
    </CategoryChips>
  );
}

interface KindProps {
  label: string;
  search: HomeFilter;
  current: boolean;
}

const Kind = ({ label, search, current }: KindProps) => (
  <Link
    to="/"
    search={search}
    activeProps={{}}
    activeOptions={{ exact: true }}
    aria-current={current ? "true" : undefined}
    resetScroll
    className={chipClass}
  >
    {label}
  </Link>
);

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
      <div className="mx-auto max-w-md">
        <FreshSiteNote />
      </div>
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
