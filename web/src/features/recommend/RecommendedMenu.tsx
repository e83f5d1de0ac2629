import type { RecommendedVideo } from "@/api/types";
import { part } from "@/ui/part";

const ReasonMenu = part(async () => (await import("./ReasonMenu")).ReasonMenu);

/** The menu of a recommended video; it comes beside the first view, which is smaller for it. */
export const RecommendedMenu = ({ video }: { video: RecommendedVideo }) => (
  <ReasonMenu video={video} waiting={<span className="block size-10" />} />
);
