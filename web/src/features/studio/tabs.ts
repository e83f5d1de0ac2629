export const VIDEO_TABS = ["details", "thumbnail", "comments", "files"] as const;

export type VideoTab = (typeof VIDEO_TABS)[number];
