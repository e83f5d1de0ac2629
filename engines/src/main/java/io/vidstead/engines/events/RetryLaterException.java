package io.vidstead.engines.events;

/** Thrown by a {@link BatchHandler} when something it needs is away: not the events' fault, try again later. */
public final class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RetryLaterException(String message, Throwable cause) {
        super(message, cause);
    }
}
