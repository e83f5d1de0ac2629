import { createFileRoute } from "@tanstack/react-router";
import { RegisterPage } from "@/features/auth/RegisterPage";

export const Route = createFileRoute("/register")({
  validateSearch: (search): { redirect?: string } =>
    typeof search.redirect === "string" ? { redirect: search.redirect } : {},
  component: RegisterRoute,
});

function RegisterRoute() {
  return <RegisterPage {...Route.useSearch()} />;
}
