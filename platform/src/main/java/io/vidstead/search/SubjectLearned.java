package io.vidstead.search;

import io.vidstead.kernel.VideoId;

/** Fired in this process once a video can be compared by its subject, for those who compared without it: do it again. */
public record SubjectLearned(VideoId videoId) {}
