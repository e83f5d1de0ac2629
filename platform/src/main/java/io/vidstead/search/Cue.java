package io.vidstead.search;

import java.time.Duration;

/**
 * A line of captions.
 *
 * @param text plain, on one line
 */
record Cue(Duration start, Duration end, String text) {}
