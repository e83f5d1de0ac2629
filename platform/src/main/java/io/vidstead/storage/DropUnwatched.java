package io.vidstead.storage;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Upkeep;
import io.vidstead.views.Views;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Drops the upper renditions of videos that nobody watched for as long as the site's policy says. A video whose original is
 * gone keeps them: they could not be made again.
 */
@ApplicationScoped
class DropUnwatched implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(DropUnwatched.class);

    /** What shows so much, or less, stays; it plays at once when somebody comes after all. */
    private static final int KEPT_SHORT_SIDE = 480;

    private final Settings.Storage policy;
    private final StoredFiles files;
    private final Catalog catalog;
    private final Views views;
    private final Upkeep upkeep;
    private final Transactions transactions;
    private final Clock clock;

    DropUnwatched(
            Settings.Storage policy,
            StoredFiles files,
            Catalog catalog,
            Views views,
            Upkeep upkeep,
            Transactions transactions,
            Clock clock) {
        this.policy = policy;
        this.files = files;
        this.catalog = catalog;
        this.views = views;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "storage.drop-unwatched";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        policy.unwatchedAfter().ifPresent(after -> {
            Instant before = clock.instant().minus(after);
            new AllVideos(files).each(video -> reduce(video, before));
        });
    }

    /** Unless somebody watched the video, or it was published, since. */
    void reduce(VideoId id, Instant before) {
        boolean watched = !Optional.ofNullable(views.lastWatched(List.of(id)).get(id))
                .orElseGet(views::knownSince)
                .isBefore(before);
        if (watched) {
            return;
        }
        transactions.run(tx -> catalog.lock(tx, id)
                .filter(video -> isResting(video, before))
                .ifPresent(video -> {
                    List<RenditionRecord> upper = upper(catalog.renditions(id));
                    if (!upper.isEmpty()) {
                        files.reduce(tx, id, upper);
                        upkeep.orderLaterTidy(tx, id);
                        LOG.infof("video %s is not watched: %d renditions go", id, upper.size());
                    }
                }));
    }

    private static boolean isResting(Video video, Instant before) {
        return video.state() instanceof VideoState.Done
                && video.readableOriginal().isPresent()
                && video.reduced().isEmpty()
                && video.published().filter(at -> at.isBefore(before)).isPresent();
    }

    /** None where nothing would be left. */
    private static List<RenditionRecord> upper(List<RenditionRecord> all) {
        List<RenditionRecord> pictures = all.stream()
                .filter(rendition -> rendition.kind() == RenditionRecord.Kind.VIDEO && !rendition.source())
                .toList();
        List<RenditionRecord> upper = pictures.stream()
                .filter(rendition -> Math.min(rendition.width(), rendition.height()) > KEPT_SHORT_SIDE)
                .toList();
        return upper.size() == pictures.size() ? List.of() : upper;
    }
}
