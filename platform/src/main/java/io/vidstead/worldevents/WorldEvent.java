package io.vidstead.worldevents;

import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.List;

/**
 * Something many talk about.
 *
 * @param id its first video
 * @param terms what its videos have in common, two or three words for people to read
 * @param began when the first of the recent videos was published
 * @param videos the recent ones, the latest first
 */
record WorldEvent(VideoId id, List<String> terms, Instant began, Instant latest, List<VideoId> videos) {}
