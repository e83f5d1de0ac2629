package io.vidstead.engines.search;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** What the fields of Lucene's documents are called, and how they are kept. */
final class Fields {

    static final String ID = "id";
    static final String KIND = "kind";
    static final String PARENT = "parent";
    static final String LANGUAGE = "language";
    /** All plain words of entries with a title: what typing errors are compared with. */
    static final String WORDS = "words";

    static final String PARTS = "parts";
    static final String VECTOR = "vector";
    private static final String KEYWORD = "k.";
    private static final String NUMBER = "n.";
    private static final String VALUE = "v.";

    static final FieldType STEMS = type(IndexOptions.DOCS_AND_FREQS, false);
    static final FieldType PLAIN = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    static final FieldType SET = type(IndexOptions.DOCS, true);

    private Fields() {}

    private static FieldType type(IndexOptions options, boolean withoutNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(withoutNorms);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static String keyword(String name) {
        return KEYWORD + name;
    }

    /** For ranges. */
    static String number(String name) {
        return NUMBER + name;
    }

    /** For orders: numbers and counts. */
    static String value(String name) {
        return VALUE + name;
    }
}
