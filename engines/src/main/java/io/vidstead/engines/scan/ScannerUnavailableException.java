package io.vidstead.engines.scan;

/** The scanner gave no verdict: it is down, overloaded or wrongly set up. What was to be scanned must wait. */
public final class ScannerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScannerUnavailableException(String message) {
        super(message);
    }

    public ScannerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
