import { createContext, type ReactNode } from "react";
import type { VideoCard } from "@/api/types";

/** Renders what stands beside the title of a card: the app gives it, because it comes from other features. */
export const CardActions = createContext<((video: Pick<VideoCard, "video_id" | "title">) => ReactNode) | null>(null);
