import type { RecommendedVideo } from "@/api/types";
import { part } from "@/ui/part";
import { CardActions } from "../videos/cardActions";
import { VideoCard } from "../videos/VideoCard";
import { RecommendedMenu } from "./RecommendedMenu";
import { refusalAt } from "./refusals";
import { useRefusals } from "./useRefuse";

const Refused = part(async () => (await import("./Refused")).Refused);

interface RecommendedCardProps {
  video: RecommendedVideo;
  eager: boolean;
}

/** A card that says in its menu why it is there, and goes away when it is not wanted. */
export function RecommendedCard({ video, eager }: RecommendedCardProps) {
  const refusal = refusalAt(useRefusals(), video);
  if (refusal) {
    return (
      <Refused
        refusal={refusal}
        name={video.user.display_name}
        className="aspect-video"
        waiting={<div className="aspect-video" />}
      />
    );
  }
  return (
    <CardActions value={() => <RecommendedMenu video={video} />}>
      <VideoCard video={video} eager={eager} heading="h3" />
    </CardActions>
  );
}
