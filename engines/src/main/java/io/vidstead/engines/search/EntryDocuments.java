package io.vidstead.engines.search;

import io.vidstead.engines.search.Analyzers.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** Makes Lucene's documents of entries. */
record EntryDocuments(Analyzers analyzers, int dimension) {

    Document document(Entry entry) {
        Document document = new Document();
        exact(document, Fields.ID, entry.id());
        exact(document, Fields.PARENT, entry.parent());
        exact(document, Fields.KIND, entry.kind());
        String language = Languages.of(entry.language(), said(entry.texts()));
        document.add(new StringField(Fields.LANGUAGE, language, Field.Store.NO));
        texts(document, entry.texts(), language);
        entry.keywords().forEach((name, values) -> keywords(document, Fields.keyword(name), values));
        entry.numbers().forEach((name, value) -> {
            document.add(new LongPoint(Fields.number(name), value));
            document.add(new NumericDocValuesField(Fields.value(name), value));
        });
        entry.counts().forEach((name, value) -> document.add(new NumericDocValuesField(Fields.value(name), value)));
        // Made by another model than the rest of this index: it would say nothing.
        entry.vector()
                .filter(vector -> vector.length == dimension)
                .ifPresent(vector -> document.add(
                        new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT)));
        return document;
    }

    /** What somebody's name is says nothing of the language they speak. */
    private static String said(Map<TextField, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> text.getKey() != TextField.AUTHOR)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    private static void exact(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
        document.add(new BinaryDocValuesField(field, new BytesRef(value)));
    }

    private void texts(Document document, Map<TextField, String> texts, String language) {
        Analyzer stems = analyzers.stems(language);
        Set<String> words = new HashSet<>();
        Set<String> parts = new HashSet<>();
        texts.forEach((field, text) -> {
            if (text.isBlank()) {
                return;
            }
            document.add(new Field(field.plain(), analyzers.plain().tokenStream(field.plain(), text), Fields.PLAIN));
            document.add(new Field(field.stems(), stems.tokenStream(field.stems(), text), Fields.STEMS));
            if (texts.containsKey(TextField.TITLE)) {
                analyzers.terms(analyzers.plain(), text).stream()
                        .map(Term::text)
                        .forEach(words::add);
            }
            if (CompoundParts.in(language)) {
                analyzers.terms(stems, text).forEach(term -> CompoundParts.each(term.text(), parts::add));
            }
        });
        terms(document, Fields.WORDS, words);
        terms(document, Fields.PARTS, parts);
    }

    private static void terms(Document document, String field, Set<String> terms) {
        if (!terms.isEmpty()) {
            document.add(new Field(field, String.join(" ", terms), Fields.SET));
        }
    }

    private static void keywords(Document document, String field, List<String> values) {
        for (String value : values) {
            document.add(new StringField(field, value, Field.Store.NO));
            document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }
}
