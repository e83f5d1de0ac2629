package io.vidstead.engines.search;

import io.vidstead.engines.DurableFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
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
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * One Lucene index in one folder. Changes are for one thread at a time; searches for any. It says of itself for which version
 * of the program it was made and whether it holds everything; both are part of each commit.
 *
 * <p>A commit takes milliseconds of a processor and of the disk, so a write is a record of a {@link Journal}, and each commit
 * names the journal of what came after it. What was written comes into sight when somebody searches: a hundred writes that nobody
 * looks for between them are one segment.
 */
final class Generation implements AutoCloseable {

    private static final String JOURNAL = "journal-";
    private static final double BUFFER_MB = 16;

    /** A segment up to this size is put together in memory, and comes to the disk as one file, not as twenty that are joined. */
    private static final double SMALL_SEGMENT_MB = 4;

    /** Bytes of a journal after which a commit takes its place, so that a start has little to read. */
    private static final long LONG_JOURNAL = 256 * 1024;

    private final Path folder;
    private final FSDirectory files;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final EntryDocuments documents;
    /** Held by who changes it, and by who brings changes into sight: a write is seen whole or not at all. */
    private final ReentrantLock applying = new ReentrantLock();

    private CommitNotes notes;
    private Journal journal;
    private boolean halfApplied;
    private volatile boolean unseen;
    private volatile Set<String> languages;

    private Generation(
            Path folder, FSDirectory files, IndexWriter writer, CommitNotes notes, Journal journal, Analyzers analyzers)
            throws IOException {
        this.folder = folder;
        this.files = files;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.documents = new EntryDocuments(analyzers, notes.dimension());
        this.notes = notes;
        this.journal = journal;
        this.languages = readLanguages();
    }

    /** In a folder where nothing is yet. */
    static Generation create(Path folder, LuceneSearchIndex.Options options, Analyzers analyzers) throws IOException {
        DurableFiles.createFolders(folder);
        CommitNotes notes = new CommitNotes(options.version(), options.dimension(), false, 0);
        return open(folder, IndexWriterConfig.OpenMode.CREATE, _ -> notes, analyzers);
    }

    /**
     * As of its last commit, with what its journal says came after it.
     *
     * @throws IOException when what is there is no whole index
     */
    static Generation reopen(Path folder, Analyzers analyzers) throws IOException {
        return open(folder, IndexWriterConfig.OpenMode.APPEND, CommitNotes::of, analyzers);
    }

    private static Generation open(
            Path folder, IndexWriterConfig.OpenMode mode, Function<IndexWriter, CommitNotes> noted, Analyzers analyzers)
            throws IOException {
        FSDirectory files = FSDirectory.open(folder);
        // Never closed: it would write what was not committed, under names that the generation after this one may use.
        Directory directory = new NRTCachingDirectory(files, SMALL_SEGMENT_MB, 2 * BUFFER_MB);
        IndexWriter writer = null;
        Journal journal = null;
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(new WhitespaceAnalyzer())
                            .setOpenMode(mode)
                            .setCodec(VectorCodec.create())
                            .setRAMBufferSizeMB(BUFFER_MB)
                            .setCommitOnClose(false));
            CommitNotes notes = noted.apply(writer);
            List<byte[]> records = new ArrayList<>();
            Path file = journal(folder, notes);
            journal = notes.journal() == 0 ? Journal.create(file) : Journal.open(file, records::add);
            Generation generation = new Generation(folder, files, writer, notes, journal, analyzers);
            generation.begin(records);
            return generation;
        } catch (IOException | RuntimeException e) {
            if (journal != null) {
                journal.close();
            }
            if (writer != null) {
                writer.rollback();
            }
            files.close();
            throw e;
        }
    }

    private void begin(List<byte[]> records) throws IOException {
        try {
            for (byte[] each : records) {
                apply(ChangeCodec.decode(each));
            }
            if (notes.journal() == 0) {
                commit();
            }
            deleteOtherJournals();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Path journal(Path folder, CommitNotes notes) {
        return folder.resolve(JOURNAL + notes.journal());
    }

    /** What a crash in a commit left. */
    private void deleteOtherJournals() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, JOURNAL + "*")) {
            for (Path file : files) {
                if (!file.equals(journal.file())) {
                    Files.delete(file);
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    boolean isComplete(String wanted) {
        return notes.complete() && notes.version().equals(wanted);
    }

    void setComplete() {
        notes = notes.whole();
    }

    /** Whether the files are still there and it takes changes. */
    boolean isSound() {
        return !halfApplied && writer.isOpen() && journal.isWhole() && hasCommit();
    }

    private boolean hasCommit() {
        try (DirectoryStream<Path> commits = Files.newDirectoryStream(folder, IndexFileNames.SEGMENTS + "_*")) {
            return commits.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether what is on the disk is not all that was written. */
    boolean isDamaged() {
        return writer.getTragicException() instanceof CorruptIndexException || journal.hasLost();
    }

    /**
     * On the disk when this returns, and found by every search that begins later.
     *
     * @throws IOException nothing of it is on the disk; this generation is not sound, or takes the same once more
     */
    void write(List<Change> changes) throws IOException {
        if (journal.size() >= LONG_JOURNAL) {
            commit();
        }
        journal.append(ChangeCodec.encode(changes));
        boolean applied = false;
        try {
            apply(changes);
            applied = true;
        } finally {
            if (!applied) {
                journal.takeBack();
            }
        }
    }

    /** Found by every search that begins later, but on the disk only after a {@link #commit}. */
    void apply(List<Change> changes) throws IOException {
        applying.lock();
        try {
            halfApplied = true;
            for (Change change : changes) {
                apply(change);
            }
            halfApplied = false;
            unseen = true;
        } finally {
            applying.unlock();
        }
    }

    private void apply(Change change) throws IOException {
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

    /** Brings all to the disk, and begins an empty journal. */
    void commit() throws IOException {
        CommitNotes next = notes.withNextJournal();
        Journal empty = Journal.create(journal(folder, next));
        boolean committed = false;
        try {
            next.setIn(writer);
            writer.commit();
            committed = true;
        } finally {
            if (!committed) {
                empty.close(); // its file stays: nobody knows which of the two the commit on the disk names
            }
        }
        Journal past = journal;
        journal = empty;
        notes = next;
        try {
            past.close();
            Files.deleteIfExists(past.file());
        } catch (IOException _) {
            // The next start deletes it; the commit is made.
        }
    }

    /** Brings into sight what was written; a search does so by itself. What is broken is searched as far as it goes. */
    void refresh() throws IOException {
        if (!unseen) {
            return;
        }
        applying.lock();
        try {
            if (unseen && !halfApplied) {
                searchers.maybeRefreshBlocking();
                languages = readLanguages();
                unseen = false;
            }
        } catch (IOException | AlreadyClosedException e) {
            if (writer.isOpen()) {
                throw e;
            }
        } finally {
            applying.unlock();
        }
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
        refresh();
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** The folder is free for another, which finds what was written in the journal; what can be found still is. */
    void endWriting() {
        try {
            writer.rollback();
        } catch (IOException | RuntimeException _) {
            // It takes no changes any more in any case.
        }
    }

    /** A start after this has no journal to read. */
    void finish() throws IOException {
        if (!halfApplied && journal.size() > 0) {
            commit();
        }
    }

    @Override
    public void close() {
        endWriting();
        for (Closeable each : List.of(searchers, files, journal)) {
            try {
                each.close();
            } catch (IOException | RuntimeException _) {
                // What is broken cannot be closed better; what was written stays.
            }
        }
    }
}
