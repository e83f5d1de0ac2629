package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;

/**
 * Fired in this process right after a change of a video was committed, for those who keep something made from it: drop it.
 *
 * @param lists whether a public list may look different now
 */
public record VideoChanged(VideoId videoId, boolean lists) {}
