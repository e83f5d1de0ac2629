package io.vidstead.engines.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody asked for, taken apart. {@code "exact phrase"}, {@code -word}, {@code -"exact phrase"}, {@code beginn*}, and
 * {@code name:value} for names that the caller knows; everything else is words. Nothing is an error: an operator that makes no
 * sense is read as words.
 *
 * @param clauses in their order
 * @param fields the last value of each known name
 */
public record QueryText(List<Clause> clauses, Map<String, String> fields) {

    /** The work that a query makes grows with its words: more are not read. */
    public static final int MAX_CLAUSES = 64;

    /** Of a word whose beginning is asked for; shorter ones match half the index. */
    static final int SHORTEST_PREFIX = 2;

    /** A part of what is asked. */
    public sealed interface Clause {

        String text();

        /** Words that may be found in other forms; several where the text has no spaces between words. */
        record Word(String text) implements Clause {}

        /** The beginning of a word. */
        record Prefix(String text) implements Clause {}

        /** Words in this order, side by side, in this form. */
        record Phrase(String text) implements Clause {}

        /** Must not be there. */
        record Without(String text) implements Clause {}
    }

    public QueryText {
        clauses = List.copyOf(clauses);
        fields = Map.copyOf(fields);
    }

    /** @param names of the fields that may stand before a colon */
    public static QueryText parse(String text, Set<String> names) {
        List<Clause> clauses = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (int at = 0; at < text.length() && clauses.size() < MAX_CLAUSES; ) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = end(text, at);
            part(text.substring(at, end), names, clauses, fields);
            at = end;
        }
        return new QueryText(clauses, fields);
    }

    /** Behind the part that begins here: at the next space outside of quotes. */
    private static int end(String text, int from) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted && text.indexOf('"', at + 1) > 0;
            } else if (!quoted && Character.isWhitespace(c)) {
                return at;
            }
        }
        return text.length();
    }

    private static void part(String part, Set<String> names, List<Clause> clauses, Map<String, String> fields) {
        int colon = part.indexOf(':');
        if (colon > 0 && colon < part.length() - 1 && names.contains(part.substring(0, colon))) {
            fields.put(part.substring(0, colon), unquoted(part.substring(colon + 1)));
            return;
        }
        boolean without = part.length() > 1 && part.charAt(0) == '-';
        String rest = without ? part.substring(1) : part;
        String bare = unquoted(rest);
        if (bare.isBlank()) {
            return;
        }
        if (without) {
            clauses.add(new Clause.Without(bare));
        } else if (rest.startsWith("\"") && bare.length() < rest.length()) {
            clauses.add(new Clause.Phrase(bare));
        } else if (rest.endsWith("*") && rest.indexOf('*') == rest.length() - 1 && rest.length() > SHORTEST_PREFIX) {
            clauses.add(new Clause.Prefix(rest.substring(0, rest.length() - 1)));
        } else {
            clauses.add(new Clause.Word(bare));
        }
    }

    private static String unquoted(String part) {
        return part.replace("\"", " ").strip();
    }

    /** Whether anything is asked for by words; what must not be there does not count. */
    public boolean asksForWords() {
        return clauses.stream().anyMatch(clause -> !(clause instanceof Clause.Without));
    }

    /** What is asked for, without operators, for those who go by meaning. */
    public String meaning() {
        List<String> words = clauses.stream()
                .filter(clause -> !(clause instanceof Clause.Without))
                .map(Clause::text)
                .toList();
        return String.join(" ", words);
    }
}
