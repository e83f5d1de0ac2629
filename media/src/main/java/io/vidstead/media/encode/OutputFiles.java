package io.vidstead.media.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Files that exist after an operation only if it succeeded. */
final class OutputFiles {
    private OutputFiles() {}

    /** Runs {@code operation}; if it throws, deletes {@code files}. */
    static <T> T allOrNone(List<Path> files, Supplier<T> operation) {
        boolean complete = false;
        try {
            var result = operation.get();
            complete = true;
            return result;
        } finally {
            if (!complete) {
                deleteAll(files);
            }
        }
    }

    static void deleteAll(List<Path> files) {
        files.forEach(OutputFiles::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The folder is the caller's to clear.
        }
    }
}
