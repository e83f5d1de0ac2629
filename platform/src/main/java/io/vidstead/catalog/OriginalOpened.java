package io.vidstead.catalog;

import io.vidstead.media.jit.JitSource;

/**
 * The index of a stored original was read, which whoever serves from the original would read again. Fired within this process
 * before the video plays.
 */
public record OriginalOpened(String objectKey, JitSource source) {}
