package io.vidstead.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk between two commits. A copy of the folder of an open index is what a crash leaves. */
class LuceneJournalTest {

    @TempDir
    Path temporary;

    private Path folder;
    private LuceneSearchIndex index;
    private int crashes;

    @BeforeEach
    void open() {
        folder = temporary.resolve("index");
        index = open(folder);
        try (SearchIndex.Rebuild rebuild = index.rebuild()) {
            rebuild.add(List.of(film("a", "first")));
            rebuild.finish();
        }
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static LuceneSearchIndex open(Path folder) {
        return LuceneSearchIndex.open(folder, new LuceneSearchIndex.Options("1", "three", 3, Optional.empty()));
    }

    private static Entry film(String id, String title) {
        return SearchIndexContract.video(id, "en", title, "");
    }

    private void put(String id, String title) {
        index.write(List.of(new Change.Put(film(id, title))));
    }

    private static List<String> found(SearchIndex index, String word) {
        return SearchIndexContract.ids(index.search(
                SearchQuery.of(SearchIndexContract.VIDEOS, QueryText.parse(word, Set.of()), List.of(), 50)));
    }

    private Path crash() throws IOException {
        crashes++;
        Path copy = temporary.resolve("crash-" + crashes);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(folder.relativize(file)));
            }
        }
        return copy;
    }

    private static List<Path> journals(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("journal-"))
                    .toList();
        }
    }

    @Test
    void whatWasWrittenIsThereAfterACrash() throws IOException {
        put("b", "second");
        index.write(List.of(new Change.Remove("a"), new Change.Put(film("c", "third"))));
        index.write(List.of(new Change.Count("c", Map.of("views", 9L))));
        Path left = crash();
        for (int start = 1; start <= 2; start++) {
            try (LuceneSearchIndex again = open(left)) {
                assertThat(again.isComplete()).isTrue();
                assertThat(found(again, "first")).isEmpty();
                assertThat(found(again, "second")).containsExactly("b");
                assertThat(again.complete(SearchIndexContract.VIDEOS, "t", "views", 1))
                        .extracting(Found.Hit::id)
                        .containsExactly("c");
            }
        }
        assertThat(journals(left))
                .as("a server that ends well leaves nothing to read")
                .allMatch(file -> size(file) == 0);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    @Test
    void aTornWriteWasNeverMadeAndOthersFollow() throws IOException {
        put("b", "second");
        index.write(List.of(new Change.Put(film("c", "third")), new Change.Remove("a")));
        Path left = crash();
        Path journal = journals(left).getFirst();
        Files.write(journal, Arrays.copyOf(Files.readAllBytes(journal), (int) size(journal) - 3));
        index.close();
        folder = left;
        index = open(left);
        assertThat(index.isComplete()).isTrue();
        assertThat(found(index, "first")).containsExactly("a");
        assertThat(found(index, "second")).containsExactly("b");
        assertThat(found(index, "third")).isEmpty();
        put("d", "fourth");
        try (LuceneSearchIndex again = open(crash())) {
            assertThat(found(again, "second")).containsExactly("b");
            assertThat(found(again, "fourth")).containsExactly("d");
        }
    }

    @Test
    void withoutItsJournalOrWithADamagedOneItIsNoIndex() throws IOException {
        put("b", "second");
        put("c", "third");
        Path damaged = crash();
        Path journal = journals(damaged).getFirst();
        byte[] bytes = Files.readAllBytes(journal);
        bytes[12] ^= 1;
        Files.write(journal, bytes);
        Path without = crash();
        Files.delete(journals(without).getFirst());
        for (Path left : List.of(damaged, without)) {
            try (LuceneSearchIndex again = open(left)) {
                assertThat(again.isComplete()).isFalse();
                assertThat(found(again, "first")).isEmpty();
            }
        }
        Files.delete(journals(folder).getFirst());
        assertThat(index.isComplete()).as("missed while it is used").isFalse();
        put("d", "fourth");
        Files.write(journals(folder).getFirst(), new byte[0]);
        put("e", "fifth");
        assertThat(index.isComplete()).as("a journal that was cut").isFalse();
        assertThat(found(index, "fifth")).containsExactly("e");
        try (LuceneSearchIndex again = open(crash())) {
            assertThat(found(again, "fifth")).as("not behind a hole").containsExactly("e");
        }
    }

    @Test
    void aLongJournalEndsInACommit() throws IOException {
        long longest = 0;
        Map<String, List<String>> keywords = Map.of("tag", List.of("x".repeat(20_000)));
        for (int i = 0; i < 60; i++) {
            index.write(List.of(new Change.Put(new Entry(
                    "v" + i,
                    "video",
                    "v" + i,
                    Optional.of("en"),
                    Map.of(TextField.TITLE, "film"),
                    keywords,
                    Map.of(),
                    Map.of(),
                    Optional.empty()))));
            longest = Math.max(longest, size(journals(folder).getFirst()));
        }
        assertThat(journals(folder)).hasSize(1);
        assertThat(longest).isBetween(200_000L, 400_000L);
        assertThat(size(journals(folder).getFirst())).isLessThan(longest);
        try (LuceneSearchIndex again = open(crash())) {
            assertThat(again.isComplete()).isTrue();
            assertThat(found(again, "film")).hasSize(50);
            assertThat(found(again, "first")).containsExactly("a");
        }
    }

    @Test
    void anIndexOfAServerThatCommittedEachWriteIsTakenOver() throws IOException {
        put("b", "second");
        index.close();
        for (Path journal : journals(folder)) {
            try (FSDirectory files = FSDirectory.open(journal.getParent());
                    IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
                Map<String, String> notes = new HashMap<>();
                writer.getLiveCommitData().forEach(note -> notes.put(note.getKey(), note.getValue()));
                assertThat(notes.remove("journal")).isNotNull();
                writer.setLiveCommitData(notes.entrySet());
                writer.commit();
            }
            Files.delete(journal);
        }
        index = open(folder);
        assertThat(index.isComplete()).isTrue();
        put("c", "third");
        try (LuceneSearchIndex again = open(crash())) {
            assertThat(again.isComplete()).isTrue();
            assertThat(found(again, "second")).containsExactly("b");
            assertThat(found(again, "third")).containsExactly("c");
        }
    }

    /** Java closes the files that an interrupted thread writes. */
    @Test
    void anInterruptedThreadWritesAndIsStillInterrupted() throws IOException {
        put("b", "second");
        assertThat(found(index, "second")).containsExactly("b"); // in a segment that only the memory has
        Thread.currentThread().interrupt();
        put("c", "third");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(index.isComplete()).isTrue();
        assertThat(found(index, "third")).containsExactly("c");
        try (LuceneSearchIndex again = open(crash())) {
            for (SearchIndex each : List.of(index, again)) {
                assertThat(found(each, "first")).containsExactly("a");
                assertThat(found(each, "second")).containsExactly("b");
                assertThat(found(each, "third")).containsExactly("c");
            }
        }
        index.close();
        assertThat(journals(folder)).as("it was committed").allMatch(file -> size(file) == 0);
    }

    @Test
    void aWriteIsSeenWholeOrNotAtAll() throws InterruptedException {
        AtomicBoolean written = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 100; i++) {
                String word = "film" + i;
                index.write(List.of(
                        new Change.Put(film("x", word)),
                        new Change.Put(film("y", word)),
                        new Change.Put(film("z", word))));
            }
            written.set(true);
        });
        List<List<String>> seen = new ArrayList<>();
        while (!written.get()) {
            seen.add(found(index, "film*"));
        }
        writer.join();
        assertThat(seen).hasSizeGreaterThan(10).allMatch(each -> each.isEmpty() || each.size() == 3);
        assertThat(found(index, "film99")).containsExactlyInAnyOrder("x", "y", "z");
    }
}
