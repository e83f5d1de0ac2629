import { createFileRoute } from "@tanstack/react-router";
import { MailPage } from "@/features/notifications/MailPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/admin/mail")({ beforeLoad: requireSignedIn, component: MailPage });
