import { useTranslation } from "react-i18next";
import { LIKED } from "./queries";

/** A list's name; those that everybody has are named in the reader's language. */
export function usePlaylistTitle(): (list: { kind: string; title: string }) => string {
  const { t } = useTranslation("playlists");
  return ({ kind, title }) =>
    kind === "watch_later" ? t(($) => $.watchLater) : kind === LIKED ? t(($) => $.liked) : title;
}
