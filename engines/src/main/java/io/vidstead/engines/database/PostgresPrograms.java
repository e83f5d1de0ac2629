package io.vidstead.engines.database;

import io.vidstead.engines.DurableFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path once and then used by every start.
 *
 * <p>A folder of the final name is complete: it is unpacked under another name, brought to disk and renamed. Processes
 * that unpack at the same time wait for each other.
 */
record PostgresPrograms(Path root) {

    private static final String UNFINISHED = ".unpacking-";

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    static PostgresPrograms unpackedIn(Path tools) throws IOException {
        String platform = platform();
        URL archive = PostgresPrograms.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new DatabaseStartException(
                    "There is no PostgreSQL for " + platform + " on the class path; set database.url to use one that "
                            + "runs already.",
                    null);
        }
        Path root = tools.toAbsolutePath()
                .resolve("postgres-" + platform + "-" + archive.openConnection().getContentLengthLong());
        if (!Files.isDirectory(root)) {
            Files.createDirectories(tools);
            unpackAlone(archive, root);
        }
        return new PostgresPrograms(root.toRealPath());
    }

    private static synchronized void unpackAlone(URL archive, Path root) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        root.resolveSibling(".unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (Files.isDirectory(root)) {
                return;
            }
            deleteUnfinished(root.resolveSibling(""));
            Path unfinished = root.resolveSibling(UNFINISHED + root.getFileName());
            try (InputStream packed = new BufferedInputStream(archive.openStream(), 1 << 16)) {
                unpack(packed, unfinished);
            }
            DurableFiles.syncTree(unfinished);
            DurableFiles.move(unfinished, root);
        }
    }

    private static void deleteUnfinished(Path tools) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(tools, UNFINISHED + "postgres*")) {
            for (Path leftover : leftovers) {
                DurableFiles.deleteTree(leftover);
            }
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            Files.createDirectories(target);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry outside of the archive: " + entry.getName());
                }
                unpackEntry(tar, entry, path);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, path.getRoot().resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        return (system.contains("mac") ? "darwin" : "linux")
                + (processor.equals("aarch64") || processor.equals("arm64") ? "-arm_64" : "-x86_64");
    }
}
