package io.vidstead.engines.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Reads the vectors of entries as they were written, not as they are kept for searching. */
final class StoredVectors {

    private StoredVectors() {}

    static Map<String, float[]> of(IndexSearcher searcher, Collection<String> ids) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (String id : ids) {
                float[] vector = vector(leaf.reader(), id);
                if (vector != null) {
                    vectors.put(id, vector);
                }
            }
        }
        return vectors;
    }

    private static float @Nullable [] vector(LeafReader reader, String id) throws IOException {
        FloatVectorValues values = reader.getFloatVectorValues(Fields.VECTOR);
        PostingsEnum found = values == null ? null : reader.postings(new Term(Fields.ID, id), PostingsEnum.NONE);
        if (found == null) {
            return null;
        }
        KnnVectorValues.DocIndexIterator at = values.iterator();
        Bits live = reader.getLiveDocs();
        for (int each = found.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = found.nextDoc()) {
            if ((live == null || live.get(each)) && at.advance(each) == each) {
                return values.vectorValue(at.index()).clone();
            }
        }
        return null;
    }
}
