import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import { part } from "@/ui/part";
import { Skeleton } from "@/ui/Skeleton";
import { rowsQuery, tasteQuery } from "../recommend/queries";
import { RecommendedRow, rowCard } from "./RecommendedRow";

const PickOffer = part(async () => (await import("../recommend/PickOffer")).PickOffer);

interface RecommendedRowsProps {
  /** Renders it, given whether it stands alone. */
  below: (alone: boolean) => ReactNode;
}

/**
 * Rows of recommendations, and what comes below them. That waits for the rows, because it would be pushed down by them;
 * where they cannot be had it stands alone.
 */
export function RecommendedRows({ below }: RecommendedRowsProps) {
  const { data, isPending } = useQuery(rowsQuery);
  const rows = data?.rows ?? [];
  const unknown = useUnknownTaste(data !== undefined && rows.every(({ kind }) => !telling.includes(kind)));
  if (isPending || unknown.asking) return <RowsSkeleton />;
  return (
    <div className="flex flex-col gap-8">
      {unknown.picked ? (
        <PickOffer picked={unknown.picked} onPick={unknown.onPick} waiting={<div className="h-25" />} />
      ) : null}
      {rows.map((row, index) => (
        <RecommendedRow key={`${row.kind} ${row.video ?? row.category ?? ""}`} row={row} first={index === 0} />
      ))}
      {below(rows.length === 0)}
    </div>
  );
}

/** Rows that there are only for somebody of whom something is known. */
const telling: readonly string[] = ["continue", "because", "for_you", "category"];

/** Whether to ask what somebody likes: while nothing is known of them, and until they leave once they began to pick. */
function useUnknownTaste(nothingShown: boolean) {
  const signedIn = useSignedIn();
  const [picking, setPicking] = useState(false);
  const wanted = signedIn && (nothingShown || picking);
  const { data: taste, isPending } = useQuery({ ...tasteQuery, enabled: wanted });
  const unknown = taste?.personalised === true && taste.learned.length === 0 && (picking || taste.picked.length === 0);
  return {
    asking: wanted && isPending,
    picked: wanted && unknown ? taste.picked : undefined,
    onPick: () => setPicking(true),
  };
}

function RowsSkeleton() {
  const { t } = useTranslation("common");
  return (
    <section aria-busy="true" aria-label={t(($) => $.loading)} className="flex flex-col gap-8">
      {[1, 2, 3].map((row) => (
        <div key={row}>
          <Skeleton className="h-7 w-56" />
          <div className="mt-4 flex gap-4 overflow-hidden">
            {[1, 2, 3, 4, 5, 6].map((card) => (
              <div key={card} className={rowCard}>
                <Skeleton className="aspect-video rounded-card" />
                <div className="mt-3 flex gap-3">
                  <Skeleton className="size-9 rounded-full" />
                  <div className="flex grow flex-col gap-2 pt-1">
                    <Skeleton className="h-4 w-11/12" />
                    <Skeleton className="h-4 w-3/5" />
                    <Skeleton className="h-3 w-2/5" />
                  </div>
                </div>
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
