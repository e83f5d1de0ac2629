package io.vidstead.engines.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * Words of the index that may have been meant by one that is not in it: at most two letters added, left out, taken for others
 * or swapped, the first one right.
 */
final class Spelling {

    private static final int MOST = 3;
    private static final int SHORTEST = 4;
    /** One mistake in a short word changes it as much as two in a long one. */
    private static final int LONG = 7;
    /** The longest words of any language are about as long; what is near a longer one takes tens of milliseconds to find. */
    private static final int LONGEST = 60;

    private final DirectSpellChecker one = checker(1);
    private final DirectSpellChecker two = checker(2);

    private static DirectSpellChecker checker(int edits) {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(edits);
        checker.setMinPrefix(1);
        checker.setMinQueryLength(SHORTEST);
        checker.setThresholdFrequency(0);
        checker.setMaxInspections(10);
        checker.setAccuracy(0.5f);
        return checker;
    }

    /** The likeliest first. Words that only deleted entries have are not among them. */
    List<String> corrections(String word, IndexSearcher searcher) throws IOException {
        if (word.length() > LONGEST) {
            return List.of();
        }
        IndexReader reader = searcher.getIndexReader();
        DirectSpellChecker checker = word.length() < LONG ? one : two;
        SuggestWord[] near = checker.suggestSimilar(
                new Term(Fields.WORDS, word), MOST, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        List<String> alive = new ArrayList<>();
        for (SuggestWord each : near) {
            if (searcher.count(new TermQuery(new Term(Fields.WORDS, each.string))) > 0) {
                alive.add(each.string);
            }
        }
        return alive;
    }
}
