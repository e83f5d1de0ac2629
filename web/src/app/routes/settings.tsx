import { createFileRoute } from "@tanstack/react-router";
import { SettingsPage } from "@/features/settings/SettingsPage";
import { chooseLanguage } from "../i18n/i18n";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/settings")({ beforeLoad: requireSignedIn, component: Settings });

function Settings() {
  return <SettingsPage onLanguage={(language) => void chooseLanguage(language)} />;
}
