export const VIDEO_TABS = ["details", "thumbnail", "captions", "comments", "files"] as const;

export type VideoTab = (typeof VIDEO_TABS)[number];
