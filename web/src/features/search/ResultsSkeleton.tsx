import { useTranslation } from "react-i18next";
import { Skeleton } from "@/ui/Skeleton";
import type { ResultType } from "./state";

export function ResultsSkeleton({ type }: { type: ResultType }) {
  const { t } = useTranslation("common");
  return (
    <ul aria-busy="true" aria-label={t(($) => $.loading)} className="mt-4 flex flex-col gap-6 sm:gap-4">
      <SkeletonRows type={type} count={type === "video" ? 5 : 8} />
    </ul>
  );
}

/** Rows in the shape of what comes. */
export const SkeletonRows = ({ type, count }: { type: ResultType; count: number }) =>
  Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nameless shapes in a fixed order
    <li key={index} className={shapes[type].row}>
      <Skeleton className={`shrink-0 ${shapes[type].picture}`} />
      <div className="flex grow flex-col gap-2 pt-1">
        <Skeleton className="h-4 w-4/5 max-w-lg" />
        <Skeleton className="h-3 w-2/5 max-w-48" />
        <Skeleton className="h-3 w-3/5 max-w-md" />
      </div>
    </li>
  ));

const shapes: Record<ResultType, { row: string; picture: string }> = {
  video: {
    row: "flex flex-col gap-3 sm:flex-row sm:gap-4",
    picture: "aspect-video rounded-card sm:w-60 lg:w-90",
  },
  channel: { row: "flex items-center gap-4 py-2 sm:gap-6", picture: "size-20 rounded-full" },
  playlist: { row: "flex items-center gap-4 py-1", picture: "aspect-video w-28 rounded-card sm:w-48" },
  comment: { row: "flex gap-3 py-1", picture: "size-10 rounded-full" },
};
