import { Link, type LinkProps } from "@tanstack/react-router";
import { History, House, Library, type LucideIcon, SquarePlay, TrendingUp, UserRound, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { cx } from "@/lib/cx";
import type { Rail } from "./rail";

export function SideRail({ rail }: { rail: Rail }) {
  const { t } = useTranslation("shell");
  const me = useMe();
  const wide = rail === "wide";
  return (
    <nav
      id="rail"
      aria-label={t(($) => $.navigation)}
      className={cx(
        "fixed top-(--bar) bottom-0 left-0 z-30 hidden w-(--rail) flex-col gap-1 overflow-y-auto bg-canvas px-1 pt-1",
        rail !== "hidden" && "sm:flex",
        wide && "xl:w-(--rail-wide) xl:px-3",
      )}
    >
      <Entry wide={wide} icon={House} label={t(($) => $.home)} to="/" />
      <Entry wide={wide} icon={TrendingUp} label={t(($) => $.trending)} to="/trending" />
      {me ? (
        <>
          <Entry wide={wide} icon={UsersRound} label={t(($) => $.subscriptionsSlim)} to="/subscriptions" />
          <Entry wide={wide} icon={Library} label={t(($) => $.library)} to="/library" />
          <Entry wide={wide} icon={History} label={t(($) => $.history)} to="/history" />
          <Entry
            wide={wide}
            icon={UserRound}
            label={t(($) => $.yourChannel)}
            to="/@{$username}"
            params={{ username: me.username }}
          />
          <Entry wide={wide} icon={SquarePlay} label={t(($) => $.yourVideos)} to="/studio" />
        </>
      ) : null}
    </nav>
  );
}

function Entry({ icon: Icon, label, wide, ...link }: { icon: LucideIcon; label: string; wide: boolean } & LinkProps) {
  return (
    <Link
      {...link}
      activeOptions={{ exact: link.to === "/", includeSearch: false }}
      className={cx(
        "flex flex-col items-center gap-1.5 rounded-control px-1 py-3.5 text-center text-xs text-ink transition-colors hover:bg-hover",
        "aria-[current=page]:bg-sunken aria-[current=page]:font-semibold",
        wide && "xl:flex-row xl:gap-4 xl:px-3 xl:py-2.5 xl:text-left xl:text-sm",
      )}
    >
      <Icon aria-hidden size={20} />
      {label}
    </Link>
  );
}
