package io.vidstead.engines.search;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the diacritics from letters of Cyrillic, Greek, Arabic and Hebrew, as Lucene's own filter does for Latin ones: ё is
 * found by е, ά by α, and vowel signs of Arabic and points of Hebrew are no matter. Other scripts are left alone, for in
 * Devanagari and Thai such marks are vowels.
 */
final class LetterFolding extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    LetterFolding(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (folds()) {
            String decomposed = Normalizer.normalize(term, Normalizer.Form.NFD);
            term.setEmpty();
            decomposed.chars().filter(c -> !isMark((char) c)).forEach(c -> term.append((char) c));
        }
        return true;
    }

    private boolean folds() {
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if ((c >= 0x370 && c <= 0x6FF) || (c >= 0x1F00 && c <= 0x1FFF)) {
                return true;
            }
        }
        return false;
    }

    /** Combining diacritics, and the signs above and below Arabic and Hebrew letters. */
    private static boolean isMark(char c) {
        return (c >= 0x300 && c <= 0x36F)
                || (c >= 0x591 && c <= 0x5C7)
                || (c >= 0x610 && c <= 0x61A)
                || (c >= 0x64B && c <= 0x65F)
                || c == 0x670;
    }
}
