package io.vidstead.engines.search;

/** The words that hold sentences together and say nothing of what a text is about. */
public final class LittleWords {

    private LittleWords() {}

    /**
     * Whether any language counts the word among its little ones.
     *
     * @param word in lower case
     */
    public static boolean contain(String word) {
        return Languages.littleWord(word);
    }
}
