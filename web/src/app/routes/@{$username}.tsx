import { createFileRoute } from "@tanstack/react-router";
import { ChannelPage } from "@/features/channel/ChannelPage";
import { channelQuery } from "@/features/channel/queries";
import { type ChannelTab, isChannelTab } from "@/features/channel/tabs";
import { videosQuery } from "@/features/videos/queries";

export const Route = createFileRoute("/@{$username}")({
  validateSearch: ({ tab }): { tab?: ChannelTab } => (isChannelTab(tab) ? { tab } : {}),
  loader: ({ context: { queryClient }, params: { username } }) => {
    void queryClient.prefetchQuery(channelQuery(username));
    void queryClient.prefetchInfiniteQuery(videosQuery({ channel: username }));
  },
  component: ChannelRoute,
});

function ChannelRoute() {
  const { tab = "videos" } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ChannelPage
      {...Route.useParams()}
      tab={tab}
      onTab={(next) =>
        void navigate({ search: next === "videos" ? {} : { tab: next }, replace: true, resetScroll: false })
      }
    />
  );
}
