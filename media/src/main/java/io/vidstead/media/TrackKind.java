package io.vidstead.media;

/** What a track carries. */
public enum TrackKind {
    VIDEO,
    AUDIO
}
