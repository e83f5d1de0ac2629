import { createFileRoute } from "@tanstack/react-router";
import { UnsubscribePage } from "@/features/notifications/UnsubscribePage";

export const Route = createFileRoute("/unsubscribe")({
  validateSearch: ({ token }): { token: string } => ({ token: typeof token === "string" ? token : "" }),
  component: Unsubscribe,
});

function Unsubscribe() {
  return <UnsubscribePage token={Route.useSearch().token} />;
}
