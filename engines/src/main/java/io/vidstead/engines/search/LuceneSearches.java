package io.vidstead.engines.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Asks Lucene, and makes hits of what it answers. */
record LuceneSearches(LuceneQueries queries) {

    /** @param languages of the index's entries, the most frequent first */
    Found found(IndexSearcher searcher, Set<String> languages, SearchQuery asked) throws IOException {
        LuceneQueries.Made made = queries.words(asked.text(), languages, searcher);
        Query query = LuceneQueries.filtered(made.query(), asked.kinds(), asked.filters());
        int wanted = Math.max(1, asked.offset() + asked.limit());
        TopDocs top = asked.order().isEmpty()
                ? searcher.search(query, new TopScoreDocCollectorManager(wanted, null, Found.COUNTED))
                : searcher.search(
                        query, new TopFieldCollectorManager(order(asked.order().get()), wanted, null, Found.COUNTED));
        Map<String, Map<String, Long>> facets =
                asked.facets().isEmpty() ? Map.of() : searcher.search(query, new FacetCounts(asked.facets()));
        List<Found.Hit> hits = hits(searcher, top.scoreDocs, asked.offset(), asked.limit());
        return new Found(hits, Math.min(top.totalHits.value(), Found.COUNTED), facets, made.correction());
    }

    /** @param vector of the index's dimension */
    List<Found.Hit> nearest(IndexSearcher searcher, Set<String> kinds, float[] vector, List<Filter> filters, int limit)
            throws IOException {
        Query query = new KnnFloatVectorQuery(
                Fields.VECTOR, vector, Math.min(limit, SearchQuery.DEEPEST), LuceneQueries.filter(kinds, filters));
        TopDocs top = searcher.search(query, limit);
        // Lucene's score of a dot product d is (1 + d) / 2.
        return hits(searcher, top.scoreDocs, 0, limit).stream()
                .map(hit -> new Found.Hit(hit.id(), hit.kind(), hit.parent(), 2 * hit.score() - 1))
                .toList();
    }

    List<Found.Hit> complete(IndexSearcher searcher, Set<String> kinds, String typed, String order, int limit)
            throws IOException {
        Query query = LuceneQueries.filtered(queries.title(typed), kinds, List.of());
        TopDocs top = searcher.search(query, new TopFieldCollectorManager(order(order), limit, null, limit));
        return hits(searcher, top.scoreDocs, 0, limit);
    }

    private static Sort order(String name) {
        return new Sort(new SortField(Fields.value(name), SortField.Type.LONG, true), SortField.FIELD_SCORE);
    }

    private static List<Found.Hit> hits(IndexSearcher searcher, ScoreDoc[] found, int offset, int limit)
            throws IOException {
        List<Found.Hit> hits = new ArrayList<>();
        for (int i = offset; i < Math.min(found.length, offset + limit); i++) {
            int document = found[i].doc;
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            int inLeaf = document - leaf.docBase;
            hits.add(new Found.Hit(
                    value(leaf, Fields.ID, inLeaf),
                    value(leaf, Fields.KIND, inLeaf),
                    value(leaf, Fields.PARENT, inLeaf),
                    Float.isNaN(found[i].score) ? 0 : found[i].score));
        }
        return hits;
    }

    private static String value(LeafReaderContext leaf, String field, int document) throws IOException {
        BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
        return values != null && values.advanceExact(document)
                ? values.binaryValue().utf8ToString()
                : "";
    }
}
