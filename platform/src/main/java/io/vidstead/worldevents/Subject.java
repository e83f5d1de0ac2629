package io.vidstead.worldevents;

import io.vidstead.catalog.PublicVideo;

/**
 * A video and what it is about.
 *
 * @param vector of length 1
 */
record Subject(PublicVideo video, float[] vector) {}
