package io.vidstead.bench;

import io.vidstead.engines.search.Change;
import io.vidstead.engines.search.Entry;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.engines.search.TextField;
import io.vidstead.outside.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;

/** What it costs to write comments one by one, each on the disk before the next, beside commits of bare Lucene. */
final class SearchWrites {

    private static final int WRITES = 2_000;
    private static final int FOUND = 500;
    private static final Set<String> COMMENTS = Set.of("comment");

    private SearchWrites() {}

    static void run(Report report, SearchIndex index) throws IOException {
        double alone = millis(WRITES, number -> index.write(List.of(comment(number))));
        double bare = bare();
        report.row("a comment written, no search between, ms", Report.number(alone, 2), "");
        report.row("bare Lucene, one document, one commit, ms", Report.number(bare, 2), "");
        report.row("bare Lucene's time by ours", Report.number(bare / alone, 1), "");
        double found = millis(FOUND, number -> {
            index.write(List.of(comment(WRITES + number)));
            index.search(SearchQuery.of(COMMENTS, QueryText.parse(word(WRITES + number), Set.of()), List.of(), 1));
        });
        report.row("a comment written and found, ms", Report.number(found, 2), "");
    }

    /** What is done with a number. */
    @FunctionalInterface
    private interface Numbered {
        void accept(int number) throws IOException;
    }

    /** The median of each, after a tenth of them for warmth. */
    private static double millis(int times, Numbered work) throws IOException {
        Samples millis = new Samples();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            work.accept(i);
            if (i >= times / 10) {
                millis.add((System.nanoTime() - began) / 1e6);
            }
        }
        return millis.median();
    }

    private static String word(int number) {
        return "word" + number;
    }

    private static String text(int number) {
        return "what somebody says of a video in a line or two, with a " + word(number);
    }

    private static Change comment(int number) {
        return new Change.Put(new Entry(
                "comment/" + number,
                "comment",
                "v" + number % 50,
                Optional.of("en"),
                Map.of(TextField.DESCRIPTION, text(number)),
                Map.of(),
                Map.of("published", (long) number),
                Map.of("views", 0L),
                Optional.empty()));
    }

    private static double bare() throws IOException {
        Path folder = Folders.temporary("lucene");
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            return millis(WRITES, number -> {
                String id = "comment/" + number;
                Document document = new Document();
                document.add(new StringField("id", id, Field.Store.NO));
                document.add(new org.apache.lucene.document.TextField("text", text(number), Field.Store.NO));
                writer.updateDocument(new Term("id", id), document);
                writer.commit();
            });
        } finally {
            Folders.remove(folder);
        }
    }
}
