package io.vidstead.storage;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.catalog.Video;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Drops originals that are older than the site's policy keeps them. */
@ApplicationScoped
class DropOriginals implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(DropOriginals.class);

    private final Settings.Storage policy;
    private final AllVideos videos;
    private final Catalog catalog;
    private final Upkeep upkeep;
    private final Clock clock;

    DropOriginals(Settings.Storage policy, StoredFiles files, Catalog catalog, Upkeep upkeep, Clock clock) {
        this.policy = policy;
        this.videos = new AllVideos(files);
        this.catalog = catalog;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "storage.drop-originals";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        policy.originalsFor().ifPresent(kept -> drop(clock.instant().minus(kept)));
    }

    /** Those of videos that were published before. */
    void drop(Instant before) {
        videos.each(video -> {
            if (isDue(video, before) && upkeep.dropOriginal(video)) {
                LOG.infof("the original of video %s is dropped", video);
            }
        });
    }

    private boolean isDue(VideoId id, Instant before) {
        Optional<Video> video = catalog.find(id);
        return video.flatMap(Video::readableOriginal).isPresent()
                && video.flatMap(Video::published).filter(before::isAfter).isPresent();
    }
}
