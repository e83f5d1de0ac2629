package io.vidstead.engines.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * One Lucene index in one folder. Changes are for one thread at a time; searches for any. It says of itself for which version
 * of the program it was made and whether it holds everything; both are part of each commit.
 */
final class Generation implements AutoCloseable {

    private static final String VERSION = "version";
    private static final String DIMENSION = "dimension";
    private static final String COMPLETE = "complete";
    private static final double BUFFER_MB = 16;

    /** A segment up to this size is put together in memory, and comes to the disk as one file, not as twenty that are joined. */
    private static final double SMALL_SEGMENT_MB = 4;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final EntryDocuments documents;
    private final String version;
    private boolean complete;
    private volatile Set<String> languages;

    private Generation(
            Path folder, Directory directory, IndexWriter writer, Map<String, String> notes, Analyzers analyzers)
            throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.version = notes.getOrDefault(VERSION, "");
        int dimension = Integer.parseInt(notes.getOrDefault(DIMENSION, "0"));
        this.documents = new EntryDocuments(analyzers, dimension);
        this.complete = Boolean.parseBoolean(notes.getOrDefault(COMPLETE, "false"));
        this.languages = readLanguages();
    }

    /** In a folder where nothing is yet. */
    static Generation create(Path folder, LuceneSearchIndex.Options options, Analyzers analyzers) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> notes =
                Map.of(VERSION, options.version(), DIMENSION, Integer.toString(options.dimension()), COMPLETE, "false");
        return open(folder, IndexWriterConfig.OpenMode.CREATE, notes, analyzers);
    }

    /** @throws IOException when what is there is no whole index */
    static Generation reopen(Path folder, Analyzers analyzers) throws IOException {
        return open(folder, IndexWriterConfig.OpenMode.APPEND, Map.of(), analyzers);
    }

    private static Generation open(
            Path folder, IndexWriterConfig.OpenMode mode, Map<String, String> notes, Analyzers analyzers)
            throws IOException {
        Directory directory = new NRTCachingDirectory(FSDirectory.open(folder), SMALL_SEGMENT_MB, 2 * BUFFER_MB);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(new WhitespaceAnalyzer())
                            .setOpenMode(mode)
                            .setCodec(VectorCodec.create())
                            .setRAMBufferSizeMB(BUFFER_MB)
                            .setCommitOnClose(false));
            Map<String, String> kept = notes.isEmpty() ? notes(writer) : notes;
            Generation generation = new Generation(folder, directory, writer, kept, analyzers);
            if (!notes.isEmpty()) {
                generation.commit();
            }
            return generation;
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static Map<String, String> notes(IndexWriter writer) {
        Map<String, String> notes = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
        }
        return notes;
    }

    Path folder() {
        return folder;
    }

    boolean isComplete(String wanted) {
        return complete && version.equals(wanted);
    }

    void setComplete() {
        complete = true;
    }

    /** Whether the files are still there and the writer takes changes. */
    boolean isSound() {
        return writer.isOpen() && Files.isDirectory(folder) && hasFiles();
    }

    private boolean hasFiles() {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Why the writer gave up, if it did. */
    Throwable tragedy() {
        Throwable tragedy = writer.getTragicException();
        return tragedy == null ? new IOException("no tragedy") : tragedy;
    }

    void apply(Change change) throws IOException {
        switch (change) {
            case Change.Put(Entry entry) ->
                writer.updateDocument(new Term(Fields.ID, entry.id()), documents.document(entry));
            case Change.Remove(String id) -> writer.deleteDocuments(new Term(Fields.ID, id));
            case Change.RemoveOf(String parent, String kind) ->
                writer.deleteDocuments(new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Fields.PARENT, parent)), Occur.FILTER)
                        .add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER)
                        .build());
            case Change.Count(String id, Map<String, Long> counts) -> count(id, counts);
        }
    }

    private void count(String id, Map<String, Long> counts) throws IOException {
        List<Field> fields = new ArrayList<>();
        counts.forEach((name, value) -> {
            if (writer.getFieldNames().contains(Fields.value(name))) {
                fields.add(new NumericDocValuesField(Fields.value(name), value));
            }
        });
        if (!fields.isEmpty()) {
            writer.updateDocValues(new Term(Fields.ID, id), fields.toArray(Field[]::new));
        }
    }

    /** To the disk, and into sight. */
    void commit() throws IOException {
        writer.setLiveCommitData(Map.of(
                        VERSION,
                        version,
                        DIMENSION,
                        Integer.toString(documents.dimension()),
                        COMPLETE,
                        Boolean.toString(complete))
                .entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
        languages = readLanguages();
    }

    /** Of its entries, the most frequent first. */
    Set<String> languages() {
        return languages;
    }

    int dimension() {
        return documents.dimension();
    }

    private Set<String> readLanguages() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.LANGUAGE);
            Map<String, Integer> entries = new HashMap<>();
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    entries.put(term.utf8ToString(), each.docFreq());
                }
            }
            return entries.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } finally {
            searchers.release(searcher);
        }
    }

    /** What a search does. */
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** What was not committed is lost, and the folder is free for another; what can be found still is. */
    void endWriting() {
        try {
            writer.rollback();
        } catch (IOException | RuntimeException _) {
            // It takes no changes any more in any case.
        }
    }

    @Override
    public void close() {
        endWriting();
        try {
            searchers.close();
            directory.close();
        } catch (IOException | RuntimeException _) {
            // What is broken cannot be closed better; what was committed stays.
        }
    }
}
