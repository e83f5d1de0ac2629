import { createFileRoute } from "@tanstack/react-router";
import { QueuePage } from "@/features/comments/QueuePage";
import { type QueueState, queueStates } from "@/features/comments/queries";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/studio/comments")({
  beforeLoad: requireSignedIn,
  validateSearch: ({ state }): { state?: QueueState } => {
    const known = queueStates.find((each) => each === state && each !== "held");
    return known ? { state: known } : {};
  },
  component: Queue,
});

function Queue() {
  const navigate = Route.useNavigate();
  const { state } = Route.useSearch();
  return (
    <QueuePage
      state={state ?? "held"}
      onState={(next) => void navigate({ search: next === "held" ? {} : { state: next }, replace: true })}
    />
  );
}
