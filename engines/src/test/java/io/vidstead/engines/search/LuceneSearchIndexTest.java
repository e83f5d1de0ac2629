package io.vidstead.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchIndexTest extends SearchIndexContract {

    @TempDir
    Path folder;

    private LuceneSearchIndex index;

    @BeforeEach
    void open() {
        index = open("1", Optional.empty());
    }

    private LuceneSearchIndex open(String contents, Optional<Path> synonyms) {
        return LuceneSearchIndex.open(folder, new LuceneSearchIndex.Options(contents, "three", 3, synonyms));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Override
    SearchIndex index() {
        return index;
    }

    private void fill() {
        try (SearchIndex.Rebuild rebuild = index.rebuild()) {
            rebuild.add(List.of(video("a", "en", "one film", ""), withVector("b", 0, 1, 0)));
            rebuild.finish();
        }
    }

    @Test
    void whatWasWrittenIsThereAtTheNextStart() {
        fill();
        put(video("c", "en", "another film", ""));
        index.close();
        open();
        assertThat(index.isComplete()).isTrue();
        assertThat(found("film")).containsExactlyInAnyOrder("a", "c");
        assertThat(index.nearest(VIDEOS, new float[] {0, 1, 0}, List.of(), 1)).hasSize(1);
    }

    @Test
    void aDeletedFolderIsMissedAndTheIndexGoesOnEmpty() throws IOException {
        fill();
        deleteAll();
        assertThat(index.isComplete()).isFalse();
        put(video("c", "en", "another film", ""));
        assertThat(found("film")).containsExactly("c");
        fill();
        assertThat(index.isComplete()).isTrue();
        assertThat(found("film")).contains("a");
    }

    @Test
    void aFolderDeletedUnderAWriterDoesNotFailTheWrite() throws IOException {
        fill();
        deleteAll();
        put(video("c", "en", "another film", ""));
        assertThat(found("film")).contains("c");
        assertThat(index.isComplete()).isFalse();
    }

    @Test
    void aDamagedIndexIsNoIndex() throws IOException {
        fill();
        index.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("segments_")) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
        open();
        assertThat(index.isComplete()).isFalse();
        assertThat(found("film")).isEmpty();
        fill();
        assertThat(found("film")).containsExactly("a");
    }

    @Test
    void anUnfinishedRebuildIsForgottenAtTheNextStart() throws IOException {
        fill();
        index.rebuild().add(List.of(video("x", "en", "half a film", "")));
        index.close();
        open();
        assertThat(found("film")).containsExactly("a");
        assertThat(generations()).isEqualTo(1);
    }

    @Test
    void anIndexOfAnotherVersionAnswersUntilItIsBuiltAnew() throws IOException {
        fill();
        index.close();
        index = open("2", Optional.empty());
        assertThat(index.isComplete()).isFalse();
        assertThat(found("film")).containsExactly("a");
        fill();
        assertThat(index.isComplete()).isTrue();
        assertThat(generations()).isEqualTo(1);
    }

    @Test
    void synonymsAreFound() throws IOException {
        index.close();
        Path file = Files.writeString(folder.resolve("synonyms.txt"), "# remark\ntv, television, small screen\n");
        index = open("1", Optional.of(file));
        put(
                video("a", "en", "Television of the sixties", ""),
                video("b", "en", "The small screen", ""),
                video("c", "en", "A small garden", ""));
        assertThat(found("tv")).containsExactlyInAnyOrder("a", "b");
    }

    private long generations() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).count();
        }
    }

    private void deleteAll() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
