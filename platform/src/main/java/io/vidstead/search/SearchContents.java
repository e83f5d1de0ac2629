package io.vidstead.search;

/** What this feature writes into the index. */
public final class SearchContents {

    /** Counts on when entries are made otherwise: an index of another version is built anew. */
    public static final String VERSION = "2";

    private SearchContents() {}
}
