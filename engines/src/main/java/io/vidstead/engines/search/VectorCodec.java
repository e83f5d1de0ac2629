package io.vidstead.engines.search;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own codec with vectors that are searched by numbers of a byte instead of four, a quarter of the memory, and that may
 * be longer than its limit, which is for writing only: services make vectors of up to 3,072 numbers.
 */
final class VectorCodec {

    private static final int LONGEST = 4_096;

    private VectorCodec() {}

    static Codec create() {
        KnnVectorsFormat vectors = new Longer(new Lucene104HnswScalarQuantizedVectorsFormat());
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return vectors;
            }
        };
    }

    /** Bears the name of Lucene's format, which reads what it wrote. */
    private static final class Longer extends KnnVectorsFormat {
        private final KnnVectorsFormat format;

        Longer(KnnVectorsFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return format.fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return format.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String field) {
            return LONGEST;
        }
    }
}
