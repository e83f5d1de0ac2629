import { Link } from "@tanstack/react-router";
import { Menu as MenuIcon, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import { Bell } from "@/features/notifications/Bell";
import { SearchField } from "@/features/search/SearchField";
import { buttonClass } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { part } from "@/ui/part";
import { Logo } from "./Logo";
import { type Rail, toggleRail } from "./rail";

// Menus come beside the first view, which is smaller for it.
const AccountMenu = part(async () => (await import("./AccountMenu")).AccountMenu);

export function TopBar({ watching, rail }: { watching: boolean; rail: Rail }) {
  const { t } = useTranslation("shell");
  const signedIn = useSignedIn();
  const toggle = watching ? (rail === "hidden" ? "widen" : "hide") : rail === "slim" ? "widen" : "narrow";
  return (
    <header className="sticky top-0 z-40 flex h-(--bar) items-center gap-2 bg-canvas px-4">
      <IconButton
        label={t(($) => $[toggle])}
        icon={<MenuIcon aria-hidden size={20} />}
        tooltip="start"
        onClick={() => toggleRail(watching)}
        aria-expanded={watching ? rail !== "hidden" : rail === "wide"}
        aria-controls="rail"
        className={watching ? "-ml-1 max-sm:hidden" : "-ml-1 max-xl:hidden"}
      />
      <Logo />
      <SearchField />
      <Link to="/upload" className={buttonClass("secondary", "max-sm:hidden")}>
        <Upload aria-hidden size={18} />
        {t(($) => $.upload)}
      </Link>
      {signedIn ? (
        <Bell label={(count) => (count > 0 ? t(($) => $.unread, { count }) : t(($) => $.notifications))} />
      ) : (
        <Link to="/login" className={buttonClass("primary")}>
          {t(($) => $.signIn)}
        </Link>
      )}
      <AccountMenu waiting={<span className="size-10 rounded-full bg-sunken" />} />
    </header>
  );
}
