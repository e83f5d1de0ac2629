package io.vidstead.engines.search;

import io.vidstead.engines.search.QueryText.Clause;
import io.vidstead.engines.search.SearchIndex.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the words of a query in a text, by the analysis with which the text was found. */
record Highlights(Analyzers analyzers, Synonyms synonyms) {

    List<Span> in(QueryText asked, String language, String text) {
        Wanted wanted = wanted(asked, language);
        List<Analyzers.Term> plain = analyzers.terms(analyzers.plain(), text);
        List<Analyzers.Term> stems = analyzers.terms(analyzers.stems(language), text);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Analyzers.Term term = plain.get(i);
            String stem = i < stems.size() ? stems.get(i).text() : term.text();
            if (wanted.has(term.text(), stem, CompoundParts.in(language))) {
                add(spans, new Span(term.from(), term.to()));
            }
        }
        return spans;
    }

    /** Pairs of characters overlap: they become one part. */
    private static void add(List<Span> spans, Span span) {
        if (!spans.isEmpty() && spans.getLast().to() >= span.from()) {
            Span last = spans.removeLast();
            spans.add(new Span(last.from(), Math.max(last.to(), span.to())));
        } else {
            spans.add(span);
        }
    }

    private Wanted wanted(QueryText asked, String language) {
        Wanted wanted = new Wanted(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Clause clause : asked.clauses()) {
            switch (clause) {
                case Clause.Word(String text) -> {
                    addForms(wanted, language, text);
                    analyzers
                            .terms(analyzers.plain(), text)
                            .forEach(term ->
                                    synonyms.of(term.text()).forEach(other -> addForms(wanted, language, other)));
                }
                case Clause.Phrase(String text) ->
                    analyzers
                            .terms(analyzers.plain(), text)
                            .forEach(term -> wanted.plain().add(term.text()));
                case Clause.Prefix(String text) ->
                    analyzers
                            .terms(analyzers.plain(), text)
                            .forEach(term -> wanted.beginnings().add(term.text()));
                case Clause.Without _ -> {}
            }
        }
        return wanted;
    }

    private void addForms(Wanted wanted, String language, String text) {
        analyzers.terms(analyzers.plain(), text).forEach(term -> wanted.plain().add(term.text()));
        analyzers
                .terms(analyzers.stems(language), text)
                .forEach(term -> wanted.stems().add(term.text()));
    }

    private record Wanted(Set<String> plain, Set<String> stems, Set<String> beginnings) {

        boolean has(String word, String stem, boolean compounding) {
            return plain.contains(word)
                    || stems.contains(stem)
                    || beginnings.stream().anyMatch(word::startsWith)
                    || (compounding && hasPart(stem));
        }

        private boolean hasPart(String stem) {
            boolean[] found = {false};
            CompoundParts.each(stem, part -> found[0] |= stems.contains(part));
            return found[0];
        }
    }
}
