package io.vidstead.engines.search;

import io.vidstead.engines.search.QueryText.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Makes Lucene's queries. A word counts by all that describes a thing, weighed together, or else by what is said in it; most of
 * the words must be there; words that the index does not know are taken for those that they were likely meant to be.
 */
final class LuceneQueries {

    /** What the other places and forms of a word add to its best one. */
    private static final float TIE = 0.1f;

    private static final float SYNONYM = 0.8f;
    private static final float PART = 0.4f;
    private static final float CORRECTED = 0.7f;
    private static final float NEIGHBOURS = 1.5f;

    /** Ways to find the words of a query, in all; what goes beyond is not looked for. Lucene takes 1,024. */
    private static final int MOST_WAYS = 800;

    /** More words than these are a sentence: what little words it has says nothing. */
    private static final int A_SENTENCE = 5;

    /** Of a phrase. */
    private static final int MOST_WORDS = 32;

    /** Forms of one word: the plain one, and stems of the index's most frequent languages. */
    private static final int MOST_FORMS = 6;

    /** @param correction the whole text with other words in the place of unknown ones; empty when there are none */
    record Made(Query query, String correction) {}

    private final Analyzers analyzers;
    private final Synonyms synonyms;
    private final Spelling spelling = new Spelling();

    LuceneQueries(Analyzers analyzers, Synonyms synonyms) {
        this.analyzers = analyzers;
        this.synonyms = synonyms;
    }

    /** @param languages of the index: the forms of a word in each are looked for */
    Made words(QueryText text, Set<String> languages, IndexSearcher searcher) throws IOException {
        Making making = new Making(languages, searcher);
        for (Clause clause : text.clauses()) {
            making.add(clause);
        }
        return making.made(text);
    }

    static Query filtered(Query query, Set<String> kinds, List<Filter> filters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        filters(kinds, filters).forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    static Query filter(Set<String> kinds, List<Filter> filters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        filters(kinds, filters).forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    private static List<Query> filters(Set<String> kinds, List<Filter> filters) {
        List<Query> queries = new ArrayList<>();
        queries.add(anyOf(Fields.KIND, kinds));
        for (Filter filter : filters) {
            queries.add(
                    switch (filter) {
                        case Filter.AnyOf(String keyword, Set<String> values) -> anyOf(Fields.keyword(keyword), values);
                        case Filter.Parents(Set<String> parents) -> anyOf(Fields.PARENT, parents);
                        case Filter.Between(String number, long least, long most) ->
                            LongPoint.newRangeQuery(Fields.number(number), least, most);
                    });
        }
        return queries;
    }

    private static Query anyOf(String field, Set<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(field, values.iterator().next()))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** All words of a title; the last one may go on. */
    Query title(String typed) {
        List<Analyzers.Term> terms = analyzers.terms(analyzers.plain(), typed);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < terms.size(); i++) {
            Term term = new Term(TextField.TITLE.plain(), terms.get(i).text());
            all.add(i == terms.size() - 1 ? new PrefixQuery(term) : new TermQuery(term), Occur.FILTER);
        }
        return all.build();
    }

    /** The work on one query. */
    private final class Making {
        private final Set<String> languages;
        private final IndexSearcher searcher;
        private final BooleanQuery.Builder all = new BooleanQuery.Builder();
        private final List<Query> words = new ArrayList<>();
        private final List<Query> littleWords = new ArrayList<>();
        private final List<String> plain = new ArrayList<>();
        private final List<String> written = new ArrayList<>();
        private boolean corrected;
        private int left = MOST_WAYS;

        Making(Set<String> languages, IndexSearcher searcher) {
            this.languages = languages;
            this.searcher = searcher;
        }

        void add(Clause clause) throws IOException {
            if (left <= 0) {
                return;
            }
            switch (clause) {
                case Clause.Word(String text) -> addWord(text);
                case Clause.Prefix(String text) -> {
                    all.add(prefix(text), Occur.MUST);
                    written.add(text + "*");
                }
                case Clause.Phrase(String text) -> {
                    all.add(phrase(text), Occur.MUST);
                    written.add('"' + text + '"');
                }
                case Clause.Without(String text) -> {
                    all.add(text.contains(" ") ? phrase(text) : any(terms(text)), Occur.MUST_NOT);
                    written.add(text.contains(" ") ? "-\"" + text + '"' : "-" + text);
                }
            }
        }

        Made made(QueryText text) {
            if (!text.asksForWords()) {
                all.add(new MatchAllDocsQuery(), Occur.MUST);
                return new Made(all.build(), "");
            }
            if (words.isEmpty()) {
                // "The Who": little words alone must all be there.
                littleWords.forEach(word -> all.add(word, Occur.MUST));
            } else {
                BooleanQuery.Builder most = new BooleanQuery.Builder();
                words.forEach(word -> most.add(word, Occur.SHOULD));
                most.setMinimumNumberShouldMatch(atLeast(words.size()));
                all.add(most.build(), Occur.MUST);
                if (words.size() <= A_SENTENCE) {
                    littleWords.forEach(word -> all.add(word, Occur.SHOULD));
                }
            }
            if (plain.size() > 1) {
                all.add(new BoostQuery(near(plain), NEIGHBOURS), Occur.SHOULD);
            }
            return new Made(all.build(), corrected ? String.join(" ", written) : "");
        }

        /** Whoever writes a sentence does not expect all of it. */
        private static int atLeast(int words) {
            return words <= 2 ? words : words <= A_SENTENCE ? words - 1 : Math.max(2, words / 5);
        }

        private void addWord(String text) throws IOException {
            List<Set<String>> terms = terms(text);
            if (terms.isEmpty()) {
                return;
            }
            List<Query> each = new ArrayList<>();
            List<String> spelled = new ArrayList<>();
            for (Set<String> forms : terms) {
                if (left <= 0) {
                    break;
                }
                String word = forms.iterator().next();
                List<String> meant = known(forms) ? List.of() : spelling.corrections(word, searcher);
                each.add(meant.isEmpty() ? word(word, forms) : corrected(meant));
                spelled.add(meant.isEmpty() ? word : meant.getFirst());
                corrected |= !meant.isEmpty();
                plain.add(spelled.getLast());
            }
            Query word = each.size() == 1 ? each.getFirst() : allOf(each);
            boolean little = each.size() == 1
                    && languages.stream().anyMatch(language -> Languages.isLittleWord(language, spelled.getFirst()));
            (little ? littleWords : words).add(word);
            written.add(terms.size() == 1 && !known(terms.getFirst()) ? spelled.getFirst() : text);
        }

        /** The forms of each term of a text: the plain one first, then the stems of all languages. */
        private List<Set<String>> terms(String text) {
            List<Set<String>> terms = new ArrayList<>();
            for (Analyzers.Term term : analyzers.terms(analyzers.plain(), text)) {
                terms.add(new LinkedHashSet<>(List.of(term.text())));
            }
            for (String language : languages) {
                List<Analyzers.Term> stems = analyzers.terms(analyzers.stems(language), text);
                for (int i = 0; i < Math.min(terms.size(), stems.size()); i++) {
                    if (terms.get(i).size() < MOST_FORMS) {
                        terms.get(i).add(stems.get(i).text());
                    }
                }
            }
            return terms;
        }

        private boolean known(Set<String> forms) throws IOException {
            if (searcher.getIndexReader()
                            .docFreq(new Term(Fields.WORDS, forms.iterator().next()))
                    > 0) {
                return true;
            }
            for (String form : forms) {
                for (TextField field : TextField.values()) {
                    if (searcher.getIndexReader().docFreq(new Term(field.stems(), form)) > 0) {
                        return true;
                    }
                }
                if (searcher.getIndexReader().docFreq(new Term(Fields.PARTS, form)) > 0) {
                    return true;
                }
            }
            return false;
        }

        private Query word(String word, Set<String> forms) {
            List<Query> ways = new ArrayList<>(ways(forms, 1));
            for (String other : synonyms.of(word)) {
                List<Set<String>> terms = terms(other);
                if (terms.size() == 1) {
                    ways.addAll(ways(terms.getFirst(), SYNONYM));
                } else {
                    ways.add(new BoostQuery(phrase(other), SYNONYM));
                }
            }
            return new DisjunctionMaxQuery(ways, TIE);
        }

        private Query corrected(List<String> meant) {
            List<Query> ways = new ArrayList<>();
            float weight = 1;
            for (String word : meant) {
                weight *= CORRECTED;
                for (Set<String> forms : terms(word)) {
                    ways.addAll(ways(forms, weight));
                }
            }
            return new DisjunctionMaxQuery(ways, TIE);
        }

        private List<Query> ways(Set<String> forms, float weight) {
            List<Query> ways = new ArrayList<>();
            for (String form : forms) {
                ways.add(weighed(described(form), weight));
                ways.add(weighed(
                        new TermQuery(new Term(TextField.SAID.stems(), form)), TextField.SAID.weight() * weight));
                if (CompoundParts.mayBe(form) && languages.stream().anyMatch(CompoundParts::in)) {
                    ways.add(weighed(new TermQuery(new Term(Fields.PARTS, form)), PART * weight));
                }
            }
            left -= ways.size();
            return ways;
        }

        /** All that describes a thing counts as one text, in which a title's words stand several times (BM25F). */
        private static Query described(String form) {
            CombinedFieldQuery.Builder fields = new CombinedFieldQuery.Builder(form);
            for (TextField field : TextField.values()) {
                if (field != TextField.SAID) {
                    fields.addField(field.stems(), field.weight());
                }
            }
            return fields.build();
        }

        private static Query weighed(Query query, float weight) {
            return weight == 1 ? query : new BoostQuery(query, weight);
        }

        private Query any(List<Set<String>> terms) {
            List<Query> ways = new ArrayList<>();
            terms.stream().limit(MOST_WORDS).forEach(forms -> ways.add(new DisjunctionMaxQuery(ways(forms, 1), 0)));
            return ways.isEmpty() ? new BooleanQuery.Builder().build() : allOf(ways);
        }

        private static Query allOf(List<Query> queries) {
            BooleanQuery.Builder both = new BooleanQuery.Builder();
            queries.forEach(query -> both.add(query, Occur.MUST));
            return both.build();
        }

        private Query prefix(String text) {
            List<Analyzers.Term> terms = analyzers.terms(analyzers.plain(), text);
            if (terms.isEmpty()) {
                return new MatchAllDocsQuery();
            }
            left -= TextField.values().length;
            List<Query> ways = new ArrayList<>();
            for (TextField field : TextField.values()) {
                Query beginning =
                        new PrefixQuery(new Term(field.plain(), terms.getLast().text()));
                ways.add(new BoostQuery(beginning, field.weight()));
            }
            return new DisjunctionMaxQuery(ways, TIE);
        }

        private Query phrase(String text) {
            String[] words = analyzers.terms(analyzers.plain(), text).stream()
                    .map(Analyzers.Term::text)
                    .limit(MOST_WORDS)
                    .toArray(String[]::new);
            left -= TextField.values().length * words.length;
            List<Query> ways = new ArrayList<>();
            for (TextField field : TextField.values()) {
                ways.add(new BoostQuery(new PhraseQuery(field.plain(), words), field.weight()));
            }
            return new DisjunctionMaxQuery(ways, TIE);
        }

        /** Words that stand together in a title count more. */
        private Query near(List<String> words) {
            return new PhraseQuery(2, TextField.TITLE.plain(), words.toArray(String[]::new));
        }
    }
}
