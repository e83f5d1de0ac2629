import { Outlet, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import type { VideoCard } from "@/api/types";
import { PlayerHost } from "@/features/player/PlayerHost";
import { CardActions } from "@/features/videos/cardActions";
import { cx } from "@/lib/cx";
import { useOnline } from "@/lib/useOnline";
import { part } from "@/ui/part";
import { BottomBar } from "./BottomBar";
import { useRail } from "./rail";
import { SideRail } from "./SideRail";
import { TopBar } from "./TopBar";
import { useKeptLanguage } from "./useKeptLanguage";

const Toasts = part(async () => (await import("@/ui/Toasts")).Toasts);
const UploadsHost = part(async () => (await import("@/features/uploads/UploadsHost")).UploadsHost);

const CardMenu = part(async () => (await import("@/features/playlists/CardMenu")).CardMenu);

const cardActions = (video: Pick<VideoCard, "video_id" | "title">) => (
  <CardMenu video={video} waiting={<span className="block size-10" />} />
);

/** What surrounds every page: top bar, sidebar (a bar below on phones), the content, messages. */
export function Shell() {
  const { t } = useTranslation("shell");
  const online = useOnline();
  const signedIn = useSignedIn();
  const watching = useMatchRoute()({ to: "/watch/$videoId" }) !== false;
  const rail = useRail(watching);
  useKeptLanguage();
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-full bg-accent px-4 py-2.5 font-medium text-on-accent focus:translate-y-0"
      >
        {t(($) => $.skip)}
      </a>
      <TopBar watching={watching} rail={rail} />
      <SideRail rail={rail} />
      <main
        id="content"
        tabIndex={-1}
        className={cx(
          "min-h-[calc(100dvh-var(--bar))] pb-20 outline-none sm:pb-8",
          rail === "slim" && "sm:pl-(--rail)",
          rail === "wide" && "sm:pl-(--rail) xl:pl-(--rail-wide)",
        )}
      >
        {online ? null : (
          <p role="status" className="bg-warning-soft px-4 py-2 text-center text-warning">
            {t(($) => $.offlineBar)}
          </p>
        )}
        <CardActions value={cardActions}>
          <Outlet />
        </CardActions>
      </main>
      <PlayerHost />
      <BottomBar />
      {signedIn ? <UploadsHost /> : null}
      <Toasts label={t(($) => $.messages)} />
    </>
  );
}
