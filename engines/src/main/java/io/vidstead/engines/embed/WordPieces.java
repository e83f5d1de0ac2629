package io.vidstead.engines.embed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the word pieces that uncased BERT models know: lower case without accents; words, punctuation marks and CJK
 * characters apart; then each word from left to right into the longest pieces of the vocabulary (Devlin et al. 2018, section
 * 3.1; Schuster and Nakajima 2012). Any thread.
 */
final class WordPieces {

    private static final String BEGIN = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final String CONTINUES = "##";
    /** Longer words are unknown, as in the original; it bounds the work a word makes. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int begin;
    private final int end;
    private final int unknown;

    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.begin = require(BEGIN);
        this.end = require(END);
        this.unknown = require(UNKNOWN);
    }

    /** Reads {@code model.vocab} of a {@code tokenizer.json}. */
    static WordPieces read(InputStream json) throws IOException {
        Map<String, Integer> vocabulary = HashMap.newHashMap(32_000);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            JsonToken token = parser.nextToken();
            while (token != null && !(token == JsonToken.FIELD_NAME && "vocab".equals(parser.currentName()))) {
                token = parser.nextToken();
            }
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String piece = parser.currentName();
                vocabulary.put(piece, parser.nextIntValue(0));
            }
        }
        return new WordPieces(vocabulary);
    }

    private int require(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + piece);
        }
        return id;
    }

    /** The ids of the pieces between begin and end marks, at most so many in all. */
    long[] ids(String text, int most) {
        Ids ids = new Ids(most - 1);
        ids.add(begin);
        StringBuilder word = new StringBuilder();
        String plain = plain(text);
        for (int at = 0; at < plain.length() && !ids.full(); ) {
            int c = plain.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                addWord(word, ids);
            } else if (standsAlone(c)) {
                addWord(word, ids);
                addWord(word.appendCodePoint(c), ids);
            } else if (!ignored(c)) {
                word.appendCodePoint(c);
            }
        }
        addWord(word, ids);
        return ids.ended(end);
    }

    private void addWord(StringBuilder word, Ids ids) {
        if (word.isEmpty()) {
            return;
        }
        int mark = ids.size;
        if (word.length() > LONGEST_WORD || !addPieces(word.toString(), ids)) {
            ids.size = mark;
            ids.add(unknown);
        }
        word.setLength(0);
    }

    private boolean addPieces(String word, Ids ids) {
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer id = null;
            for (; to > from; to--) {
                String piece = word.substring(from, to);
                id = vocabulary.get(from == 0 ? piece : CONTINUES + piece);
                if (id != null) {
                    break;
                }
            }
            if (id == null) {
                return false;
            }
            ids.add(id);
            from = to;
        }
        return true;
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Punctuation as BERT understands it (all ASCII marks and symbols too), and CJK ideographs. */
    private static boolean standsAlone(int c) {
        boolean asciiMark = c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
        return asciiMark
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
                };
    }

    private static boolean ignored(int c) {
        return c == 0 || c == 0xFFFD || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Grows up to a bound; what comes after is dropped. */
    private static final class Ids {
        private final long[] values;
        private int size;

        Ids(int most) {
            this.values = new long[most + 1];
        }

        boolean full() {
            return size >= values.length - 1;
        }

        void add(int id) {
            if (!full()) {
                values[size++] = id;
            }
        }

        long[] ended(int end) {
            values[size] = end;
            return Arrays.copyOf(values, size + 1);
        }
    }
}
