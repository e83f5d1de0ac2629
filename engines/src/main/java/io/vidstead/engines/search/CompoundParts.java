package io.vidstead.engines.search;

import java.util.Set;
import java.util.function.Consumer;

/**
 * The beginnings and ends of long words, in languages that write compounds as one word: "Anhänger" finds "Bootsanhänger", and
 * "Boot" does. No dictionary is needed; that "Baumwolle" is found by "wolle" is the price, so a part counts less than a
 * word.
 */
final class CompoundParts {

    private static final Set<String> COMPOUNDING = Set.of("de", "nl", "sv", "da", "no", "fi", "hu");
    private static final int SHORTEST_WORD = 8;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_PART = 4;
    /** What is left of the word. */
    private static final int SHORTEST_REST = 3;

    private CompoundParts() {}

    static boolean in(String language) {
        return COMPOUNDING.contains(language);
    }

    /** @param stem of the word */
    static void each(String stem, Consumer<String> parts) {
        int length = stem.length();
        if (length < SHORTEST_WORD || length > LONGEST_WORD) {
            return;
        }
        for (int part = SHORTEST_PART; part <= length - SHORTEST_REST; part++) {
            parts.accept(stem.substring(0, part));
            parts.accept(stem.substring(length - part));
        }
    }

    static boolean mayBe(String stem) {
        return stem.length() >= SHORTEST_PART;
    }
}
