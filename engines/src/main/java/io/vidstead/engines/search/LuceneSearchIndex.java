package io.vidstead.engines.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Lucene in this process, in a folder that no other process uses. Each build of the index is a generation, a folder of its
 * own; the newest complete one answers.
 *
 * <p>A write is on the disk in a generation's journal, which is synced for it: write what belongs together at once. A broken or
 * missing generation is opened again from its last commit and its journal; where that fails, an empty one takes its place. A full
 * disk breaks nothing: the write fails, what was there stays.
 */
public final class LuceneSearchIndex implements SearchIndex {

    /** Counts on when the same entries would be indexed otherwise; indexes of other formats are built anew. */
    private static final int FORMAT = 2;

    /**
     * How the index is set up.
     *
     * @param contents version of what the owner writes into it
     * @param model whose vectors it holds
     * @param dimension of these
     * @param synonyms a file; absent: no word means the same as another
     */
    public record Options(String contents, String model, int dimension, Optional<Path> synonyms) {

        String version() {
            return FORMAT + " " + contents + " " + model;
        }
    }

    private final Options options;
    private final Analyzers analyzers = new Analyzers();
    private final Generations generations;
    private final LuceneSearches searches;
    private final Highlights highlights;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Generation current;
    private @Nullable Building building;
    private boolean closed;

    private LuceneSearchIndex(Path folder, Options options) throws IOException {
        this.options = options;
        this.generations = new Generations(folder, options, analyzers);
        Synonyms synonyms = options.synonyms().isPresent()
                ? Synonyms.read(options.synonyms().get(), analyzers)
                : Synonyms.NONE;
        this.searches = new LuceneSearches(new LuceneQueries(analyzers, synonyms));
        this.highlights = new Highlights(analyzers, synonyms);
        this.current = generations.openBest();
    }

    /** @throws SearchIndexException when the folder cannot be used, or the synonyms not be read */
    public static LuceneSearchIndex open(Path folder, Options options) {
        try {
            Files.createDirectories(folder);
            return new LuceneSearchIndex(folder, options);
        } catch (IOException e) {
            throw new SearchIndexException("the search index in " + folder + " cannot be opened", e);
        }
    }

    @Override
    public boolean isComplete() {
        writing.lock();
        try {
            if (!closed && !current.isSound()) {
                heal();
            }
            return current.isComplete(options.version());
        } catch (IOException _) {
            return false;
        } finally {
            writing.unlock();
        }
    }

    /** With all that was written, or with nothing. Until then, and where that fails, the broken one is searched as far as it goes. */
    private void heal() throws IOException {
        // Java closes the files that an interrupted thread reads or writes, and all would look lost: the interruption
        // waits.
        boolean interrupted = Thread.interrupted();
        try {
            bringIntoSight(current);
            Generation broken = current;
            broken.endWriting();
            Generation again = broken.isDamaged() ? null : generations.reopen(broken.folder());
            if (again == null) {
                generations.delete(broken.folder());
                again = generations.create();
            }
            current = again;
            broken.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As much as can still be found is found until another is there. */
    private static void bringIntoSight(Generation broken) {
        try {
            broken.refresh();
        } catch (IOException | RuntimeException _) {
            // Then no more than was.
        }
    }

    @Override
    public void write(List<Change> changes) {
        writing.lock();
        try {
            requireOpen();
            try {
                writeOnce(changes);
            } catch (IOException | RuntimeException _) {
                // Nothing of it may be seen later: back to what was written before, and once more.
                healAndWrite(changes);
            }
        } finally {
            writing.unlock();
        }
    }

    /** An interruption waits until this is done. */
    private void healAndWrite(List<Change> changes) {
        boolean interrupted = Thread.interrupted();
        try {
            heal();
            writeOnce(changes);
        } catch (IOException | RuntimeException e) {
            abandonAfter();
            throw new SearchIndexException("the search index cannot be written", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void writeOnce(List<Change> changes) throws IOException {
        if (!current.isSound()) {
            heal();
        }
        current.write(changes);
        if (building != null) {
            building.follow(changes);
        }
    }

    private void abandonAfter() {
        try {
            heal();
        } catch (IOException _) {
            // As broken as before; each further call tries again.
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new SearchIndexException(
                    "the search index cannot be used", new AlreadyClosedException("it was closed"));
        }
    }

    @Override
    public Found search(SearchQuery query) {
        return read(
                generation -> generation.search(searcher -> searches.found(searcher, generation.languages(), query)));
    }

    @Override
    public List<Found.Hit> nearest(Set<String> kinds, float[] vector, List<Filter> filters, int limit) {
        return read(generation -> {
            if (vector.length != generation.dimension() || limit < 1) {
                return List.of();
            }
            return generation.search(searcher -> searches.nearest(searcher, kinds, vector, filters, limit));
        });
    }

    @Override
    public Map<String, float[]> vectors(Collection<String> ids) {
        return read(generation -> generation.search(searcher -> StoredVectors.of(searcher, ids)));
    }

    @Override
    public List<Found.Hit> complete(Set<String> kinds, String typed, String order, int limit) {
        if (analyzers.terms(analyzers.plain(), typed).isEmpty()) {
            return List.of();
        }
        return read(
                generation -> generation.search(searcher -> searches.complete(searcher, kinds, typed, order, limit)));
    }

    @Override
    public List<Span> highlight(QueryText asked, String language, String text) {
        return highlights.in(asked, language.isEmpty() ? Languages.guess(text) : Languages.primary(language), text);
    }

    /** What reads a generation. */
    @FunctionalInterface
    private interface Read<T> {
        T from(Generation generation) throws IOException;
    }

    /** A generation that was replaced while it was asked is no failure: the one in its place is asked. */
    private <T> T read(Read<T> read) {
        Generation asked = current;
        try {
            return read.from(asked);
        } catch (IOException | RuntimeException e) {
            if (asked == current) {
                throw new SearchIndexException("the search index cannot be read", e);
            }
            try {
                return read.from(current);
            } catch (IOException | RuntimeException again) {
                throw new SearchIndexException("the search index cannot be read", again);
            }
        }
    }

    @Override
    public Rebuild rebuild() {
        writing.lock();
        try {
            requireOpen();
            if (building != null) {
                throw new IllegalStateException("the search index is being built already");
            }
            Building begun = new Building(generations.create());
            building = begun;
            return begun;
        } catch (IOException e) {
            throw new SearchIndexException("a new search index cannot be begun", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (building != null) {
                building.abandon();
            }
            closed = true;
            finishWriting();
            current.close();
            analyzers.close();
        } finally {
            writing.unlock();
        }
    }

    private void finishWriting() {
        try {
            current.finish();
        } catch (IOException | RuntimeException _) {
            // The next start reads the journal.
        }
    }

    /** What is newer than what is added: the ids written since, and the kinds of things that were removed. */
    private final class Building implements Rebuild {

        private final Generation generation;
        private final Set<String> written = new HashSet<>();
        private final Set<String> removed = new HashSet<>();
        private boolean broken;

        Building(Generation generation) {
            this.generation = generation;
        }

        /** Under the lock. A failure here must not fail the write: the rebuild is what is lost. */
        void follow(List<Change> changes) {
            try {
                for (Change change : changes) {
                    switch (change) {
                        case Change.Put(Entry entry) -> written.add(entry.id());
                        case Change.Remove(String id) -> written.add(id);
                        case Change.RemoveOf(String parent, String kind) -> removed.add(kind + " " + parent);
                        case Change.Count _ -> {}
                    }
                }
                generation.apply(changes);
            } catch (IOException | RuntimeException _) {
                broken = true;
            }
        }

        @Override
        public void add(List<Entry> entries) {
            writing.lock();
            try {
                requireUnderWay();
                generation.apply(entries.stream()
                        .filter(entry -> !written.contains(entry.id()))
                        .filter(entry -> !removed.contains(entry.kind() + " " + entry.parent()))
                        .<Change>map(Change.Put::new)
                        .toList());
            } catch (IOException | RuntimeException e) {
                broken = true;
                throw new SearchIndexException("the new search index cannot be written", e);
            } finally {
                writing.unlock();
            }
        }

        private void requireUnderWay() {
            if (building != this || broken) {
                throw new AlreadyClosedException("this rebuild has ended");
            }
        }

        @Override
        public void finish() {
            writing.lock();
            try {
                requireUnderWay();
                generation.setComplete();
                generation.commit();
                Generation old = current;
                current = generation;
                building = null;
                old.close();
                generations.delete(old.folder());
                generation.refresh();
            } catch (IOException | RuntimeException e) {
                throw new SearchIndexException("the new search index cannot be brought to the disk", e);
            } finally {
                writing.unlock();
            }
        }

        @Override
        public void close() {
            writing.lock();
            try {
                if (building == this) {
                    abandon();
                }
            } finally {
                writing.unlock();
            }
        }

        void abandon() {
            building = null;
            generation.close();
            generations.delete(generation.folder());
        }
    }
}
