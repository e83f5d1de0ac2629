package io.vidstead.media.tools;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders: their size, and their end. */
public final class Folders {
    private Folders() {}

    /** Deletes {@code folder} and all in it, without following links; what cannot be deleted stays. */
    public static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException _) {
            // Somebody else uses it; the next clean-up takes it.
        }
    }

    /** Bytes of all files directly in {@code folder}. */
    static long size(Path folder) {
        long sum = 0;
        try (var children = Files.newDirectoryStream(folder)) {
            for (var child : children) {
                sum += child.toFile().length();
            }
        } catch (IOException _) {
            return sum;
        }
        return sum;
    }
}
