import { createFileRoute } from "@tanstack/react-router";
import { PreferencesPage } from "@/features/notifications/PreferencesPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/settings_/notifications")({
  beforeLoad: requireSignedIn,
  component: PreferencesPage,
});
