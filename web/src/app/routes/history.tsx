import { createFileRoute } from "@tanstack/react-router";
import { HistoryPage } from "@/features/library/HistoryPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/history")({ beforeLoad: requireSignedIn, component: HistoryPage });
