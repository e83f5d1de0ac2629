package io.vidstead.kernel;

import java.util.Locale;

/** A part of the work that a server process can take; by default it takes all. */
public enum ServerRole {
    /** Answers HTTP requests. */
    API,
    /** Runs processing and other jobs. */
    WORKER,
    /** Pushes to browsers. */
    REALTIME,
    /** Takes live streams in. */
    LIVE,
    /** Turns events into counters and documents, and hands the outbox to the event log. */
    CONSUMERS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
