import { Link } from "@tanstack/react-router";
import { FlaskConical, HardDrive, LogOut, Mail, Settings, SquarePlay, SunMoon, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { session, useSignedIn } from "@/api/client";
import { useMe } from "@/api/me";
import { languages, useLanguage } from "@/lib/i18n/language";
import { chooseTheme, type ThemeChoice, useThemeChoice } from "@/lib/theme";
import { Avatar } from "@/ui/Avatar";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "@/ui/Menu";
import { toast } from "@/ui/toast";
import { chooseLanguage } from "../i18n/i18n";

const languageNames = { en: "English", de: "Deutsch" };

/** The account's pages and the choices that need no account. */
export function AccountMenu() {
  const { t } = useTranslation("shell");
  const signedIn = useSignedIn();
  const me = useMe();
  const theme = useThemeChoice();
  const language = useLanguage();

  const signOut = async () => {
    await session.signOut();
    toast(t(($) => $.signedOut));
  };

  return (
    <Menu
      trigger={
        <IconButton
          label={signedIn ? t(($) => $.account) : t(($) => $.options)}
          tooltip="end"
          icon={
            signedIn ? (
              <Avatar name={me?.display_name ?? " "} src={me?.avatar_url} size={32} />
            ) : (
              <SunMoon aria-hidden size={20} />
            )
          }
        />
      }
    >
      {me ? (
        <>
          <p className="flex items-center gap-3 px-4 pt-1 pb-3">
            <Avatar name={me.display_name} src={me.avatar_url} size={40} />
            <span className="min-w-0">
              <span className="block max-w-48 truncate font-medium">{me.display_name}</span>
              <span className="block max-w-48 truncate text-xs text-ink-muted">@{me.username}</span>
            </span>
          </p>
          <MenuItem asChild>
            <Link to="/@{$username}" params={{ username: me.username }}>
              <UserRound aria-hidden size={20} />
              {t(($) => $.yourChannel)}
            </Link>
          </MenuItem>
          <MenuItem asChild>
            <Link to="/studio">
              <SquarePlay aria-hidden size={20} />
              {t(($) => $.yourVideos)}
            </Link>
          </MenuItem>
          <MenuItem asChild>
            <Link to="/settings">
              <Settings aria-hidden size={20} />
              {t(($) => $.settings)}
            </Link>
          </MenuItem>
          {me.role === "administrator" ? (
            <MenuItem asChild>
              <Link to="/admin/storage">
                <HardDrive aria-hidden size={20} />
                {t(($) => $.storage)}
              </Link>
            </MenuItem>
          ) : null}
          {me.role === "administrator" ? (
            <MenuItem asChild>
              <Link to="/admin/mail">
                <Mail aria-hidden size={20} />
                {t(($) => $.mail)}
              </Link>
            </MenuItem>
          ) : null}
          {me.role === "administrator" ? (
            <MenuItem asChild>
              <Link to="/admin/experiments">
                <FlaskConical aria-hidden size={20} />
                {t(($) => $.experiments)}
              </Link>
            </MenuItem>
          ) : null}
          <MenuItem icon={<LogOut aria-hidden size={20} />} onSelect={() => void signOut()}>
            {t(($) => $.signOut)}
          </MenuItem>
          <MenuSeparator />
        </>
      ) : null}
      <MenuChoice
        label={t(($) => $.theme)}
        value={theme}
        onChange={(value) => chooseTheme(value as ThemeChoice)}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(($) => $.themes[value]) }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t(($) => $.language)}
        value={language}
        onChange={(value) => void chooseLanguage(value === "de" ? "de" : "en")}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </Menu>
  );
}
