import { lazy, Suspense } from "react";
import type { RecommendedVideo } from "@/api/types";

const ReasonMenu = lazy(async () => ({ default: (await import("./ReasonMenu")).ReasonMenu }));

/** The menu of a recommended video; it comes beside the first view, which is smaller for it. */
export const RecommendedMenu = ({ video }: { video: RecommendedVideo }) => (
  <Suspense fallback={<span className="block size-10" />}>
    <ReasonMenu video={video} />
  </Suspense>
);
