package io.vidstead.engines.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the values of keywords over all that matches a query. */
record FacetCounts(Set<String> names)
        implements CollectorManager<FacetCounts.Counting, Map<String, Map<String, Long>>> {

    private static final int MOST_VALUES = 50;

    @Override
    public Counting newCollector() {
        return new Counting(names);
    }

    @Override
    public Map<String, Map<String, Long>> reduce(Collection<Counting> collectors) throws IOException {
        Map<String, Map<String, Long>> sums = new HashMap<>();
        for (Counting counting : collectors) {
            counting.finish();
            counting.sums.forEach((name, values) -> {
                Map<String, Long> sum = sums.computeIfAbsent(name, _ -> new HashMap<>());
                values.forEach((value, count) -> sum.merge(value, count, Long::sum));
            });
        }
        Map<String, Map<String, Long>> ordered = new HashMap<>();
        for (String name : names) {
            ordered.put(name, ordered(sums.getOrDefault(name, Map.of())));
        }
        return ordered;
    }

    private static Map<String, Long> ordered(Map<String, Long> counts) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** By number of the value within a segment; they become texts at the segment's end. */
    static final class Counting extends SimpleCollector implements Collector {
        private final Map<String, Map<String, Long>> sums = new HashMap<>();
        private final Map<String, SortedSetDocValues> values = new HashMap<>();
        private final Map<String, long[]> counts = new HashMap<>();
        private final Set<String> names;

        Counting(Set<String> names) {
            this.names = names;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            finish();
            for (String name : names) {
                SortedSetDocValues segment = DocValues.getSortedSet(context.reader(), Fields.keyword(name));
                values.put(name, segment);
                counts.put(name, new long[Math.toIntExact(segment.getValueCount())]);
            }
        }

        @Override
        public void collect(int document) throws IOException {
            for (Map.Entry<String, SortedSetDocValues> entry : values.entrySet()) {
                SortedSetDocValues segment = entry.getValue();
                if (segment.advanceExact(document)) {
                    long[] counted = counts.getOrDefault(entry.getKey(), new long[0]);
                    for (int i = 0; i < segment.docValueCount(); i++) {
                        counted[(int) segment.nextOrd()]++;
                    }
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (Map.Entry<String, SortedSetDocValues> entry : values.entrySet()) {
                long[] counted = counts.getOrDefault(entry.getKey(), new long[0]);
                Map<String, Long> sum = sums.computeIfAbsent(entry.getKey(), _ -> new HashMap<>());
                for (int number = 0; number < counted.length; number++) {
                    if (counted[number] > 0) {
                        sum.merge(entry.getValue().lookupOrd(number).utf8ToString(), counted[number], Long::sum);
                    }
                }
            }
            values.clear();
            counts.clear();
        }
    }
}
