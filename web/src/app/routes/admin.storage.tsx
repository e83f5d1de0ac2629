import { createFileRoute } from "@tanstack/react-router";
import { StoragePage } from "@/features/storage/StoragePage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/admin/storage")({ beforeLoad: requireSignedIn, component: StoragePage });
