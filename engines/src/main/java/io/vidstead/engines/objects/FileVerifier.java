package io.vidstead.engines.objects;

import io.vidstead.engines.DurableFiles;
import io.vidstead.engines.objects.ObjectStore.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

/** Compares objects with their checksums, and puts the corrupt ones aside for a human. */
final class FileVerifier {

    private final ObjectFiles files;
    private final Checksums checksums;
    private final Path withdrawn;
    private final Failures failures;
    private final Clock clock;

    FileVerifier(ObjectFiles files, Checksums checksums, Path withdrawn, Failures failures, Clock clock) {
        this.files = files;
        this.checksums = checksums;
        this.withdrawn = withdrawn;
        this.failures = failures;
        this.clock = clock;
    }

    Verification verify(ObjectKey key) {
        Verification first = compare(key);
        if (!(first instanceof Verification.Corrupt)) {
            return first;
        }
        // Once more while nobody can replace it: it may have been replaced in between.
        Lock writer = files.lock(key);
        try {
            checksums.reread(key);
            Verification second = compare(key);
            if (second instanceof Verification.Corrupt) {
                withdraw(key);
            }
            return second;
        } catch (IOException e) {
            throw failures.translate(key + " is corrupt and cannot be withdrawn", e);
        } finally {
            writer.unlock();
        }
    }

    private Verification compare(ObjectKey key) {
        try {
            ObjectFiles.Open open = files.open(key).orElse(null);
            if (open == null) {
                return Files.isRegularFile(files.path(key))
                        ? new Verification.Corrupt(key, "nothing is known of " + key)
                        : new Verification.Missing(key);
            }
            try (InputStream content =
                    new CheckedObjectStream(Channels.newInputStream(open.channel()), open.object())) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return files.stat(key).<Verification>map(Verification.Intact::new).orElse(new Verification.Missing(key));
        } catch (CorruptObjectException e) {
            return new Verification.Corrupt(key, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw failures.translate(key + " cannot be read", e);
        }
    }

    private void withdraw(ObjectKey key) throws IOException {
        Path aside = withdrawn.resolve(key.value().replace('/', '~') + "~" + clock.millis());
        DurableFiles.move(files.path(key), aside);
        checksums.forget(key);
    }

    /** What was put aside, as the folder has it. */
    Quarantine.Sum withdrawn() {
        try (Stream<Path> entries = Files.list(withdrawn)) {
            List<Path> all = entries.toList();
            long bytes = 0;
            for (Path each : all) {
                bytes += Files.size(each);
            }
            return new Quarantine.Sum(all.size(), bytes);
        } catch (IOException e) {
            throw failures.translate("what was withdrawn cannot be counted", e);
        }
    }
}
