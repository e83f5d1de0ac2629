package io.vidstead.engines.objects;

/** The appended bytes have another digest than expected; none of them was kept. */
public final class DigestMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DigestMismatchException(String algorithm) {
        super("the bytes have another " + algorithm + " digest than expected");
    }
}
