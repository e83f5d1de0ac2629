package io.vidstead.processing;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.Derived;
import io.vidstead.catalog.Replacement;
import io.vidstead.catalog.Replacements;
import io.vidstead.catalog.Video;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Deletes a video's files that nothing names: those of a replaced file or rendition, and those of steps that died. */
@ApplicationScoped
class TidyJob implements Job {

    /** How long files that no manifest names any more stay for players that began before. */
    static final Duration KEEP_REPLACED = Duration.ofHours(6);

    private static final Logger LOG = Logger.getLogger(TidyJob.class);

    /** Younger files may belong to a step that is about to name them. */
    private static final Duration IN_THE_MAKING = Duration.ofHours(1);

    private final Catalog catalog;
    private final Replacements replacements;
    private final Derivatives derivatives;
    private final Transactions transactions;
    private final ObjectStore objects;
    private final StoredChunks chunks;
    private final Clock clock;

    TidyJob(
            Catalog catalog,
            Replacements replacements,
            Derivatives derivatives,
            Transactions transactions,
            ObjectStore objects,
            StoredChunks chunks,
            Clock clock) {
        this.catalog = catalog;
        this.replacements = replacements;
        this.derivatives = derivatives;
        this.clock = clock;
        this.transactions = transactions;
        this.objects = objects;
        this.chunks = chunks;
    }

    @Override
    public String name() {
        return "tidy";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public int maxAttempts() {
        return 10;
    }

    @Override
    public Duration firstBackoff() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(String key) {
        VideoId video = new VideoId(key);
        Optional<Video> present = catalog.find(video);
        if (present.isEmpty()) {
            return;
        }
        if (present.get().state().unfinished() || underWay(video)) {
            throw new IllegalStateException("a step of the video may be at work");
        }
        transactions.run(tx -> catalog.forgetReplaced(tx, video));
        Instant now = clock.instant();
        Instant old = now.minus(IN_THE_MAKING);
        List<ObjectKey> files = new ArrayList<>();
        for (String folder : List.of("originals", "processed", "thumbnails")) {
            files.addAll(list(folder, video, now));
        }
        files.addAll(list(DerivativeRecord.FOLDER, video, old));
        files.addAll(list(CaptionTrack.FOLDER, video, old));
        // Read after the list: what a step stored and named meanwhile is named, or not in the list.
        Set<ObjectKey> named = named(catalog.require(video));
        files.stream().filter(file -> !named.contains(file)).forEach(objects::delete);
        LOG.debug("Of %d files of video %s, %d are named".formatted(files.size(), video, named.size()));
        chunks.deleteAll(video);
    }

    private List<ObjectKey> list(String folder, VideoId video, Instant madeBefore) {
        try (Stream<StoredObject> all = objects.list(folder + "/" + video + "/")) {
            return all.filter(each -> !each.created().isAfter(madeBefore))
                    .map(StoredObject::key)
                    .toList();
        }
    }

    private boolean underWay(VideoId video) {
        return replacements
                .find(video)
                .map(Replacement::state)
                .filter(state -> !state.over())
                .isPresent();
    }

    private Set<ObjectKey> named(Video video) {
        Set<ObjectKey> named = new HashSet<>();
        video.readableOriginal().ifPresent(original -> named.add(new ObjectKey(original.objectKey())));
        catalog.renditions(video.id()).forEach(rendition -> named.add(new ObjectKey(rendition.objectKey())));
        catalog.thumbnails(video.id()).forEach(picture -> named.add(new ObjectKey(picture.objectKey())));
        Derived derived = derivatives.find(video.id());
        derived.files().forEach(file -> named.add(new ObjectKey(file.objectKey())));
        derived.captions().forEach(track -> named.add(new ObjectKey(track.objectKey())));
        return named;
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.warnf("replaced files of video %s stay: %s", key, cause.getMessage());
    }
}
