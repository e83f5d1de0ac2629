package io.vidstead.engines.search;

import io.vidstead.engines.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of an index: a folder for each {@link Generation}, numbered upwards. */
record Generations(Path folder, LuceneSearchIndex.Options options, Analyzers analyzers) {

    private static final String NAME = "generation-";

    /** The newest complete one, or else the newest, or else an empty one; all others are deleted. */
    Generation openBest() throws IOException {
        List<Path> all = newestFirst();
        Generation best = null;
        for (Path each : all) {
            Generation opened = reopen(each);
            if (opened == null) {
                continue;
            }
            if (best == null) {
                best = opened;
            } else if (!best.isComplete(options.version()) && opened.isComplete(options.version())) {
                best.close();
                best = opened;
            } else {
                opened.close();
            }
        }
        Generation chosen = best == null ? create() : best;
        for (Path each : all) {
            if (!each.equals(chosen.folder())) {
                delete(each);
            }
        }
        return chosen;
    }

    /** An empty one, newer than all others. */
    Generation create() throws IOException {
        Files.createDirectories(folder);
        long last = newestFirst().stream().mapToLong(Generations::number).max().orElse(0);
        return Generation.create(folder.resolve(NAME + (last + 1)), options, analyzers);
    }

    /** Null where no whole index is. */
    @Nullable
    Generation reopen(Path generation) {
        try {
            return Generation.reopen(generation, analyzers);
        } catch (IOException | RuntimeException _) {
            return null;
        }
    }

    void delete(Path generation) {
        try {
            DurableFiles.deleteTree(generation);
        } catch (IOException _) {
            // The next start tries again.
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(NAME))
                    .sorted(Comparator.comparingLong(Generations::number).reversed())
                    .toList();
        }
    }

    private static long number(Path generation) {
        String digits = generation.getFileName().toString().substring(NAME.length());
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }
}
