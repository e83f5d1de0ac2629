package io.vidstead.media;

/** A media operation that did not succeed, with a stable code for programs and a sentence for people. */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as a class of failure. */
    public enum Code {
        /** The caller asked to stop. */
        CANCELLED,
        /** The program passed its deadline or its processor budget and was killed. */
        TIMED_OUT,
        /** The file cannot be decoded or its boxes contradict each other; trying again will not help. */
        MALFORMED_MEDIA,
        /** The program ended with an error that may have to do with the machine; trying again may help. */
        TOOL_FAILED,
        /** There was no room for the output. */
        STORAGE_FULL,
        /** ffmpeg is missing or does not start on this machine. */
        TOOLS_UNAVAILABLE
    }

    private final Code code;

    public MediaException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public MediaException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later. */
    public boolean worthRetrying() {
        return switch (code) {
            case TOOL_FAILED, STORAGE_FULL, TIMED_OUT -> true;
            case CANCELLED, MALFORMED_MEDIA, TOOLS_UNAVAILABLE -> false;
        };
    }
}
