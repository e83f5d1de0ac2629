import { Link } from "@tanstack/react-router";
import { House, Library, SquarePlay, TrendingUp, Upload, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";

const entry =
  "flex grow basis-0 flex-col items-center justify-center gap-1 text-xs text-ink-muted aria-[current=page]:font-semibold aria-[current=page]:text-ink";

/** The main places within reach of a thumb; phones only. */
export function BottomBar() {
  const { t } = useTranslation("shell");
  const signedIn = useSignedIn();
  return (
    <nav
      aria-label={t(($) => $.navigation)}
      className="fixed inset-x-0 bottom-0 z-40 flex h-14 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={entry}>
        <House aria-hidden size={20} />
        {t(($) => $.home)}
      </Link>
      {signedIn ? (
        <Link to="/subscriptions" className={entry}>
          <UsersRound aria-hidden size={20} />
          {t(($) => $.subscriptions)}
        </Link>
      ) : (
        <Link to="/trending" className={entry}>
          <TrendingUp aria-hidden size={20} />
          {t(($) => $.trending)}
        </Link>
      )}
      <Link to="/upload" className={entry}>
        <Upload aria-hidden size={20} />
        {t(($) => $.upload)}
      </Link>
      {signedIn ? (
        <>
          <Link to="/library" className={entry}>
            <Library aria-hidden size={20} />
            {t(($) => $.library)}
          </Link>
          <Link to="/studio" className={entry}>
            <SquarePlay aria-hidden size={20} />
            {t(($) => $.yourVideos)}
          </Link>
        </>
      ) : null}
    </nav>
  );
}
