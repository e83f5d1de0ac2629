import { createFileRoute } from "@tanstack/react-router";
import { SetupPage } from "@/features/setup/SetupPage";

export const Route = createFileRoute("/setup")({
  validateSearch: ({ token }): { token?: string } =>
    typeof token === "string" || typeof token === "number" ? { token: String(token) } : {},
  component: SetupRoute,
});

function SetupRoute() {
  return <SetupPage {...Route.useSearch()} />;
}
