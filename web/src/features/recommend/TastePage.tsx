import "./i18n/texts";
import { useQuery } from "@tanstack/react-query";
import { EyeOff } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { TasteProfile } from "@/api/types";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { Switch } from "@/ui/Switch";
import { CategoryPicker } from "./CategoryPicker";
import { Learned } from "./Learned";
import { tasteQuery } from "./queries";
import { RefusedList } from "./RefusedList";
import { Reset } from "./Reset";
import { Shares } from "./Shares";
import { TasteSection } from "./TasteSection";
import { useTaste } from "./useTaste";
import { Weights } from "./Weights";

/** All that recommendations know of the reader, to be seen, corrected and taken away. */
export function TastePage() {
  const { t } = useTranslation("recommend");
  const { data: profile } = useQuery({ ...tasteQuery, throwOnError: nothingToShow });
  const { mutate } = useTaste();
  useTitle(t(($) => $.taste.title));
  return (
    <div className="mx-auto max-w-5xl px-4 pt-6 sm:px-6">
      <h1 className="text-xl font-semibold text-balance">{t(($) => $.taste.title)}</h1>
      <p className="mt-1 mb-4 text-pretty text-ink-muted">{t(($) => $.taste.text)}</p>
      {profile ? (
        <>
          <Switch
            label={t(($) => $.taste.personalised)}
            hint={t(($) => $.taste.personalisedHint)}
            checked={profile.personalised}
            onChange={(personalised) => mutate({ kind: "change", changes: { personalised } })}
            className="mb-4 rounded-card bg-sunken px-4 py-3"
          />
          {profile.personalised ? <Known profile={profile} /> : <Off />}
          <RefusedList videos={profile.refused_videos} channels={profile.refused_channels} />
          <Reset />
        </>
      ) : (
        <div aria-busy="true" className="flex flex-col gap-8">
          <Skeleton className="h-16 rounded-card" />
          {[0, 1, 2].map((each) => (
            <Skeleton key={each} className="h-48 rounded-card" />
          ))}
        </div>
      )}
    </div>
  );
}

function Known({ profile }: { profile: TasteProfile }) {
  const { t } = useTranslation("recommend");
  const picked = useId();
  return (
    <>
      <TasteSection title={t(($) => $.taste.weights.title)}>
        <Weights weights={profile.weights} />
      </TasteSection>
      <TasteSection id={picked} title={t(($) => $.taste.picked)} text={t(($) => $.taste.pickedText)}>
        <CategoryPicker picked={profile.picked} labelledBy={picked} />
      </TasteSection>
      <TasteSection title={t(($) => $.taste.shares.title)}>
        <Shares categories={profile.categories} tags={profile.tags} />
      </TasteSection>
      <TasteSection title={t(($) => $.taste.learned.title)}>
        <Learned learned={profile.learned} />
      </TasteSection>
    </>
  );
}

function Off() {
  const { t } = useTranslation("recommend");
  return (
    <EmptyState
      picture={<EyeOff size={48} strokeWidth={1.5} />}
      title={t(($) => $.taste.off.title)}
      text={t(($) => $.taste.off.text)}
    />
  );
}
