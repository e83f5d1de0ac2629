package io.vidstead.storage;

import io.vidstead.engines.objects.CorruptObjectException;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StorageException;
import io.vidstead.jobs.PassingFailure;
import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads stored files whole and compares them with their checksums, at a bounded rate. */
@ApplicationScoped
class FileCheck {

    private static final int BUFFER = 256 * 1024;
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final ObjectStore objects;
    private final long bytesPerSecond;

    FileCheck(ObjectStore objects, Settings.Storage settings) {
        this.objects = objects;
        this.bytesPerSecond = settings.scrubRate().bytes();
    }

    /** What a look at a file found. */
    sealed interface Result {
        record Intact(long bytes) implements Result {}

        /** It is withdrawn, or was missing before. */
        record Damaged(String reason) implements Result {}

        /** The disk does not give it. Nothing is withdrawn: another look may find it whole. */
        record Unreadable(String reason) implements Result {}
    }

    /** @throws RuntimeException when it is not this file but the whole store that cannot be read */
    Result check(ObjectKey key) throws InterruptedException {
        try {
            return read(key);
        } catch (IOException | StorageException e) {
            if (e instanceof StorageException away && PassingFailure.is(away)) {
                throw away;
            }
            return new Result.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Result read(ObjectKey key) throws InterruptedException, IOException {
        try (InputStream content = objects.open(key).orElse(null)) {
            return content == null ? new Result.Damaged("it is missing") : new Result.Intact(drain(content));
        } catch (CorruptObjectException _) {
            return switch (objects.verify(key)) { // looks again, and withdraws it
                case ObjectStore.Verification.Intact(var object) -> new Result.Intact(object.size());
                case ObjectStore.Verification.Corrupt corrupt -> new Result.Damaged(corrupt.reason());
                case ObjectStore.Verification.Missing _ -> new Result.Damaged("it is missing");
            };
        }
    }

    private long drain(InputStream content) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        long begun = System.nanoTime();
        long bytes = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            bytes += read;
            pace(bytes, begun);
        }
        return bytes;
    }

    private void pace(long bytes, long begun) throws InterruptedException {
        long due = begun + (long) ((double) bytes / bytesPerSecond * NANOS);
        long ahead = due - System.nanoTime();
        if (ahead > NANOS / 100) {
            Thread.sleep(Duration.ofNanos(ahead));
        }
    }
}
