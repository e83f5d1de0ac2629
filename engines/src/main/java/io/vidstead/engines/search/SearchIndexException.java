package io.vidstead.engines.search;

/** The index cannot be read or written now: its disk is full or broken. What failed may be done again later. */
public final class SearchIndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchIndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
