package io.vidstead.worldevents;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.search.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the events of the moment. */
@ApplicationScoped
class FindJob implements RecurringJob {

    private static final int MOST_VIDEOS = 5_000;

    private final PublicVideos videos;
    private final Subjects subjects;
    private final WorldEventStore store;
    private final Transactions transactions;
    private final Clock clock;

    FindJob(PublicVideos videos, Subjects subjects, WorldEventStore store, Transactions transactions, Clock clock) {
        this.videos = videos;
        this.subjects = subjects;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "world-events.find";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<PublicVideo> month =
                transactions.read(handle -> videos.newest(handle, Optional.empty(), MOST_VIDEOS)).stream()
                        .filter(video -> !video.published().isBefore(now.minus(Clustering.MONTH)))
                        .toList();
        Map<VideoId, float[]> vectors = subjects.known(month);
        List<Subject> known = new ArrayList<>();
        for (PublicVideo video : month) {
            float[] vector = vectors.get(video.id());
            if (vector != null) {
                known.add(new Subject(video, vector));
            }
        }
        List<WorldEvent> found = Clustering.find(known, now);
        transactions.run(tx -> {
            if (!store.list(tx).equals(found)) {
                store.replace(tx, found);
            }
        });
    }
}
