package io.vidstead.media.corpus;

/**
 * A file that was made to do harm, and what must come of it.
 *
 * @param about what it tries
 * @param expected the code with which it is refused, or {@link #PLAYS}
 */
public record HostileFile(String name, String about, String expected, Maker maker) {
    /** What is harmless once nothing believes it. */
    public static final String PLAYS = "plays";

    /** Makes the content. */
    @FunctionalInterface
    public interface Maker {
        byte[] content() throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
