package io.vidstead.engines.timelines;

/** The timelines cannot be reached or refused; the call may be repeated. */
public final class TimelinesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TimelinesException(String message, Throwable cause) {
        super(message, cause);
    }
}
