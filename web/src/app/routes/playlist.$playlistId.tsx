import { createFileRoute } from "@tanstack/react-router";
import { PlaylistPage } from "@/features/playlists/PlaylistPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/playlist/$playlistId")({
  validateSearch: ({ invite }): { invite?: string } =>
    typeof invite === "string" || typeof invite === "number" ? { invite: String(invite) } : {},
  beforeLoad: async ({ params: { playlistId }, location }) => {
    if (playlistId === "watch-later" || playlistId === "liked") await requireSignedIn({ location });
  },
  component: Playlist,
});

function Playlist() {
  const { playlistId } = Route.useParams();
  const { invite } = Route.useSearch();
  return <PlaylistPage key={playlistId} id={playlistId} invitation={invite} />;
}
