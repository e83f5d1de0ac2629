package io.vidstead.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a process that writes without end, in the midst of a write and in the midst of a commit. */
class SearchIndexCrashTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAndEachWriteWholeOrNotAtAll() throws Exception {
        int written = 0;
        for (String moment : List.of("pending_", "journal-")) {
            written = killWhileThereIs(moment, written);
            try (LuceneSearchIndex index = open(folder.resolve("index"))) {
                int found = countOf(index, "one");
                assertThat(found).as("killed at %s", moment).isBetween(written, written + 1);
                assertThat(countOf(index, "two")).isEqualTo(found);
                written = found;
            }
        }
    }

    /** @return how many writes were made, by the last that was acknowledged */
    private int killWhileThereIs(String file, int before) throws Exception {
        Path output = Files.createTempFile(folder, "written", "");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.resolve("index").toString(),
                        Integer.toString(before))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.closely("a file " + file, LIMIT, () -> Files.size(output) > 0 && exists(file));
        writer.destroyForcibly().waitFor();
        String said = Files.readString(output);
        String whole = said.substring(0, said.lastIndexOf('\n'));
        return Integer.parseInt(whole.substring(whole.lastIndexOf('\n') + 1));
    }

    private boolean exists(String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(name));
        } catch (IOException | UncheckedIOException _) {
            return false; // something went while it was looked at
        }
    }

    private static LuceneSearchIndex open(Path folder) {
        return LuceneSearchIndex.open(folder, new LuceneSearchIndex.Options("1", "three", 3, Optional.empty()));
    }

    private static int countOf(SearchIndex index, String word) {
        return (int)
                index.search(SearchQuery.of(SearchIndexContract.VIDEOS, QueryText.parse(word, Set.of()), List.of(), 1))
                        .total();
    }

    /** Writes two entries at a time, and says so. */
    static final class Writer {

        public static void main(String[] arguments) {
            String text = "a few words more ".repeat(400);
            try (LuceneSearchIndex index = open(Path.of(arguments[0]))) {
                for (int i = Integer.parseInt(arguments[1]) + 1; ; i++) {
                    index.write(List.of(
                            new Change.Put(SearchIndexContract.video(i + "/1", "en", "one", text)),
                            new Change.Put(SearchIndexContract.video(i + "/2", "en", "two", text))));
                    System.out.println(i);
                }
            }
        }
    }
}
