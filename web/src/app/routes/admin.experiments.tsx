import { createFileRoute } from "@tanstack/react-router";
import { ExperimentsPage } from "@/features/experiments/ExperimentsPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/admin/experiments")({ beforeLoad: requireSignedIn, component: ExperimentsPage });
