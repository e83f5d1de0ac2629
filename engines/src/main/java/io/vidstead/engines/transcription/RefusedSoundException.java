package io.vidstead.engines.transcription;

/** The engine will never write this sound down: it cannot be read, or is in a language that the engine does not know. */
public final class RefusedSoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedSoundException(String message) {
        super(message);
    }
}
