package io.vidstead.engines.embed;

/** There are no vectors now: the model cannot be loaded, the service is away or answers nonsense. */
public final class EmbedderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbedderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public EmbedderUnavailableException(String message) {
        super(message);
    }
}
