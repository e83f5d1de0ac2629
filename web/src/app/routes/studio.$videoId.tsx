import { createFileRoute } from "@tanstack/react-router";
import { VIDEO_TABS, type VideoTab } from "@/features/studio/tabs";
import { VideoPage } from "@/features/studio/VideoPage";
import { videoQuery } from "@/features/videos/queries";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/studio/$videoId")({
  beforeLoad: requireSignedIn,
  validateSearch: ({ tab }): { tab?: VideoTab } => {
    const known = VIDEO_TABS.find((each) => each === tab && each !== "details");
    return known ? { tab: known } : {};
  },
  loader: ({ context: { queryClient }, params: { videoId } }) => {
    void queryClient.prefetchQuery(videoQuery(videoId));
  },
  component: StudioVideo,
});

function StudioVideo() {
  const { videoId } = Route.useParams();
  const { tab = "details" } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <VideoPage
      videoId={videoId}
      tab={tab}
      onTab={(next) =>
        void navigate({ search: next === "details" ? {} : { tab: next }, replace: true, resetScroll: false })
      }
      onDeleted={() => void navigate({ to: "/studio" })}
    />
  );
}
