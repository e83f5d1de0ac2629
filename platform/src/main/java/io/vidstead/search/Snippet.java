package io.vidstead.search;

import io.vidstead.engines.search.SearchIndex.Span;
import java.util.List;

/**
 * A part of a text, and where in it the words stand that were asked for. Plain text as it was written, never markup.
 *
 * @param marks in UTF-16 units, as JavaScript counts; in order, without overlap
 */
record Snippet(String text, List<Mark> marks) {

    private static final int LENGTH = 200;
    private static final int BEFORE = 60;

    /** @param to behind the last character */
    record Mark(int from, int to) {}

    /** The whole text. */
    static Snippet whole(String text, List<Span> spans) {
        return new Snippet(
                text,
                spans.stream().map(span -> new Mark(span.from(), span.to())).toList());
    }

    /** The part with the most words that were asked for; the beginning where there are none. */
    static Snippet best(String text, List<Span> spans) {
        if (text.length() <= LENGTH) {
            return whole(text, spans);
        }
        int from = wordStart(text, Math.max(0, densest(spans) - BEFORE));
        int to = wordEnd(text, Math.min(text.length(), from + LENGTH));
        String part = (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
        int shift = (from > 0 ? 2 : 0) - from;
        return new Snippet(
                part,
                spans.stream()
                        .filter(span -> span.from() >= from && span.to() <= to)
                        .map(span -> new Mark(span.from() + shift, span.to() + shift))
                        .toList());
    }

    /** Where the stretch begins that has most of them. */
    private static int densest(List<Span> spans) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < spans.size(); i++) {
            int begin = spans.get(i).from();
            int inside = 0;
            while (i + inside < spans.size() && spans.get(i + inside).to() <= begin + LENGTH - BEFORE) {
                inside++;
            }
            if (inside > most) {
                most = inside;
                best = begin;
            }
        }
        return best;
    }

    /** Words and characters stay whole. */
    private static int wordStart(String text, int at) {
        int space = text.lastIndexOf(' ', at);
        int start = at == 0 || at - space > 20 ? at : space + 1;
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static int wordEnd(String text, int at) {
        if (at == text.length()) {
            return at;
        }
        int space = text.lastIndexOf(' ', at);
        int end = at - space > 20 ? at : space;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
