package io.vidstead.storage;

import io.vidstead.catalog.StorageSums;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.Quarantine;
import io.vidstead.kernel.Settings;
import io.vidstead.uploads.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is stored, by kind. */
@ApplicationScoped
class StorageOverview {

    private final StoredFiles files;
    private final Uploads uploads;
    private final ObjectStore objects;
    private final Path data;
    private final Settings.Storage policy;

    StorageOverview(
            StoredFiles files, Uploads uploads, ObjectStore objects, Settings.Data data, Settings.Storage policy) {
        this.files = files;
        this.uploads = uploads;
        this.objects = objects;
        this.data = data.dir();
        this.policy = policy;
    }

    /**
     * @param kinds originals, renditions, derivatives, uploads, replaced, deleted, quarantine: always all of them
     * @param renditions by name
     */
    record Payload(long totalBytes, List<Use> kinds, List<Use> renditions, Disk disk, Policy policy) {}

    /** Files of a kind, or of renditions of a name. */
    record Use(String name, long files, long bytes) {}

    /** Where the data folder is. */
    record Disk(long freeBytes, long totalBytes) {}

    /** In seconds; null: originals are kept for ever, unwatched videos keep all qualities. */
    record Policy(@Nullable Long originalsFor, @Nullable Long unwatchedAfter) {}

    Payload measure() {
        List<StorageSums.OfKind> sums = files.sums();
        List<Use> kinds = new ArrayList<>();
        kinds.add(kind("originals", "original", sums));
        kinds.add(kind("renditions", "rendition", sums));
        kinds.add(kind("derivatives", "derivative", sums));
        var underWay = uploads.underWay();
        kinds.add(new Use(
                "uploads",
                underWay.size(),
                underWay.values().stream().mapToLong(Long::longValue).sum()));
        kinds.add(kind("replaced", "replaced", sums));
        kinds.add(kind("deleted", "deleted", sums));
        kinds.add(quarantine());
        return new Payload(
                kinds.stream().mapToLong(Use::bytes).sum(),
                kinds,
                sums.stream()
                        .filter(sum -> sum.kind().equals("rendition"))
                        .map(sum -> new Use(sum.name(), sum.files(), sum.bytes()))
                        .toList(),
                disk(),
                new Policy(seconds(policy.originalsFor()), seconds(policy.unwatchedAfter())));
    }

    private static Use kind(String name, String kind, List<StorageSums.OfKind> sums) {
        List<StorageSums.OfKind> its =
                sums.stream().filter(sum -> sum.kind().equals(kind)).toList();
        return new Use(
                name,
                its.stream().mapToLong(StorageSums.OfKind::files).sum(),
                its.stream().mapToLong(StorageSums.OfKind::bytes).sum());
    }

    private Use quarantine() {
        Quarantine.Sum sum =
                objects instanceof Quarantine quarantine ? quarantine.withdrawn() : new Quarantine.Sum(0, 0);
        return new Use("quarantine", sum.files(), sum.bytes());
    }

    private Disk disk() {
        try {
            FileStore store = Files.getFileStore(data);
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be looked at", e);
        }
    }

    private static @Nullable Long seconds(Optional<Duration> duration) {
        return duration.map(Duration::toSeconds).orElse(null);
    }
}
