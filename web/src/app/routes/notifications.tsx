import { createFileRoute } from "@tanstack/react-router";
import { InboxPage } from "@/features/notifications/InboxPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/notifications")({ beforeLoad: requireSignedIn, component: InboxPage });
