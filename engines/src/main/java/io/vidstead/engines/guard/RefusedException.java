package io.vidstead.engines.guard;

import java.time.Duration;

/** A guard did not call its engine, or waited no longer for it. The cause of what decorators throw. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It has failed too often of late. */
        OPEN("fails too often and is left alone for a moment"),
        /** As many calls as it takes are under way. */
        BUSY("has as many calls as it takes"),
        /** The call took too long; whether it had its effect is unknown. */
        LATE("did not answer in time");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;
    private final Duration retryAfter;

    RefusedException(String engine, Reason reason, Duration retryAfter) {
        super(engine + " " + reason.words, null, false, false); // said to callers, not a fault of this code
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** When trying again may be worth it. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
