import { createFileRoute } from "@tanstack/react-router";
import { VideoPage, type VideoTab } from "@/features/studio/VideoPage";
import { videoQuery } from "@/features/videos/queries";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/studio/$videoId")({
  beforeLoad: requireSignedIn,
  validateSearch: ({ tab }): { tab?: VideoTab } => (tab === "thumbnail" || tab === "files" ? { tab } : {}),
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
