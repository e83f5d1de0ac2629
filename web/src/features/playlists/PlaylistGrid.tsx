import "./i18n/texts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Playlist } from "@/api/types";
import { PlaylistCover } from "./PlaylistCover";
import { PrivacyIcon } from "./PrivacyIcon";
import { usePlaylistTitle } from "./usePlaylistTitle";

/** Lists as cards. */
export const PlaylistGrid = ({ lists }: { lists: readonly Playlist[] }) => (
  <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-x-4 gap-y-6">
    {lists.map((list) => (
      <li key={list.playlist_id}>
        <PlaylistCard list={list} />
      </li>
    ))}
  </ul>
);

function PlaylistCard({ list }: { list: Playlist }) {
  const { t } = useTranslation("playlists");
  const title = usePlaylistTitle()(list);
  const to = { to: "/playlist/$playlistId", params: { playlistId: list.playlist_id } } as const;
  return (
    <article className="flex flex-col gap-2">
      <Link {...to} tabIndex={-1} aria-hidden className="rounded-card">
        <PlaylistCover list={list} />
      </Link>
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <h3 className="text-sm leading-snug font-medium">
            <Link {...to} title={title} className="line-clamp-2 rounded-small">
              {title}
            </Link>
          </h3>
          {list.access === "collaborator" ? (
            <p className="truncate text-xs text-ink-muted">{t(($) => $.by, { name: list.user.display_name })}</p>
          ) : null}
        </div>
        {list.access === "viewer" ? null : <PrivacyIcon privacy={list.privacy} />}
      </div>
    </article>
  );
}
