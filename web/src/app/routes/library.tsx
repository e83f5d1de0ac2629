import { createFileRoute } from "@tanstack/react-router";
import { LibraryPage } from "@/features/library/LibraryPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/library")({ beforeLoad: requireSignedIn, component: LibraryPage });
