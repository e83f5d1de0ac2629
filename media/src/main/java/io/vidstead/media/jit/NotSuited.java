package io.vidstead.media.jit;

/** An original is well-formed but not simple enough to be served without rewriting it. Never leaves this package. */
final class NotSuited extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSuited(String reason) {
        super(reason, null, false, false);
    }
}
