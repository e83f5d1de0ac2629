package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.scan.VirusScanner;
import io.vidstead.engines.scan.VirusScanner.Verdict;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps malware from being published. An original in which the scanner finds some is moved to where no route leads, and its
 * video fails with a reason. Without a verdict a video waits: nothing unscanned is published.
 */
@ApplicationScoped
class Quarantine {

    /** With which a video fails. */
    static final String CODE = "infected";

    /** Where such originals lie in the object store. */
    static final String FOLDER = "quarantine";

    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    private final VirusScanner scanner;
    private final ObjectStore objects;
    private final QuarantineStore store;
    private final Catalog catalog;
    private final Transactions transactions;
    private final Clock clock;

    Quarantine(
            VirusScanner scanner,
            ObjectStore objects,
            QuarantineStore store,
            Catalog catalog,
            Transactions transactions,
            Clock clock) {
        this.scanner = scanner;
        this.objects = objects;
        this.store = store;
        this.catalog = catalog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whether the original may be worked on. If not, its video has failed and it lies in quarantine. A crash at the
     * wrong moment may leave a second copy at its old place, which nothing names, until the video is deleted.
     *
     * @throws io.vidstead.engines.scan.ScannerUnavailableException without a verdict
     */
    boolean admits(Steps.Work work) throws IOException {
        Optional<String> refusal = refusal(work);
        refusal.ifPresent(detail -> {
            transactions.run(tx -> catalog.advance(tx, work.id(), new VideoState.Failed(CODE, detail, false)));
            objects.delete(work.key());
        });
        return refusal.isEmpty();
    }

    /**
     * Why the original may not be worked on, in a sentence for its owner. A copy of it is in quarantine then; the original is
     * the caller's to delete.
     *
     * @throws io.vidstead.engines.scan.ScannerUnavailableException without a verdict
     */
    Optional<String> refusal(Steps.Work work) throws IOException {
        if (!scanner.isOn()) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(work.original())) {
            return switch (scanner.scan(content)) {
                case Verdict.Clean _ -> Optional.empty();
                case Verdict.Infected(var signature) -> {
                    putAside(work, signature);
                    yield Optional.of(
                            "The virus scanner recognised " + signature + " in this file. It was put into quarantine.");
                }
            };
        }
    }

    private void putAside(Steps.Work work, String signature) throws IOException {
        VideoId video = work.id();
        ObjectKey key = ObjectKey.of(FOLDER, video.value(), "original");
        try (InputStream content = Files.newInputStream(work.original())) {
            objects.put(key, content);
        }
        transactions.run(tx -> store.insert(tx, video, key, signature, clock.instant()));
        LOG.warnf("video %s is in quarantine: %s", video, signature);
    }
}
