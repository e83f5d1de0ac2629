package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.GrowingRendition;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;

/** Stores and lists the parts of renditions that are still being made. */
@ApplicationScoped
class GrowingRenditions {

    private final ObjectStore objects;
    private final StoredRenditions stored;
    private final Transactions transactions;
    private final Catalog catalog;
    private final Jobs jobs;
    private final StillsJob stills;
    private final Clock clock;

    GrowingRenditions(
            ObjectStore objects,
            StoredRenditions stored,
            Transactions transactions,
            Catalog catalog,
            Jobs jobs,
            StillsJob stills,
            Clock clock) {
        this.objects = objects;
        this.stored = stored;
        this.transactions = transactions;
        this.catalog = catalog;
        this.jobs = jobs;
        this.stills = stills;
        this.clock = clock;
    }

    String fileName(String name) {
        return stored.fileName(name);
    }

    /** The name of an encode that begins now; later ones come after it in order. */
    String newRun() {
        return Long.toHexString(clock.millis());
    }

    /** Makes a part of a file durable. */
    void store(VideoId video, String fileName, long offset, ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        try {
            objects.put(GrowingRendition.part(video, fileName, offset), new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists what is stored of all tracks. With the first of it the video plays, if it did not already. */
    void list(VideoId video, List<GrowingRendition> parts, boolean first) {
        transactions.run(tx -> {
            if (catalog.growRenditions(tx, video, parts) && first) {
                catalog.advance(tx, video, new VideoState.Encoding(true));
                jobs.schedule(tx, stills, video.value(), clock.instant());
            }
        });
    }
}
