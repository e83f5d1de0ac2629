export const CHANNEL_TABS = ["videos", "playlists", "about"] as const;

export type ChannelTab = (typeof CHANNEL_TABS)[number];

export const isChannelTab = (value: unknown): value is ChannelTab => CHANNEL_TABS.some((tab) => tab === value);
