import { createFileRoute } from "@tanstack/react-router";
import { UploadPage } from "@/features/uploads/UploadPage";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/upload")({ beforeLoad: requireSignedIn, component: UploadPage });
