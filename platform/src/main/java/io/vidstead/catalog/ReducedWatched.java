package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;

/** Somebody plays a video whose upper renditions were dropped. Fired within this process, seldom enough to act upon. */
public record ReducedWatched(VideoId videoId) {}
