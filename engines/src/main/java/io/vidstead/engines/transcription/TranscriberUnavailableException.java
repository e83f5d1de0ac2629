package io.vidstead.engines.transcription;

/** Nobody wrote the sound down this time: the engine is absent, down, overloaded or wrongly set up. */
public final class TranscriberUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TranscriberUnavailableException(String message) {
        super(message);
    }

    public TranscriberUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
