package io.vidstead.trending;

import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.catalog.VideoChanged;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.trending.ScoreStore.Scored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes scores, and lists them. */
@ApplicationScoped
class Trends {

    private static final int LISTED = 1_000;
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** @param score 0 to 1 */
    record Trend(PublicVideo video, double score) {}

    private final Transactions transactions;
    private final MarkStore marks;
    private final ScoreStore scores;
    private final PublicVideos videos;
    private final Clock clock;
    private final Cache<TimeRange, List<Trend>> lists;

    Trends(
            Transactions transactions,
            MarkStore marks,
            ScoreStore scores,
            PublicVideos videos,
            Clock clock,
            Caches caches) {
        this.transactions = transactions;
        this.marks = marks;
        this.scores = scores;
        this.videos = videos;
        this.clock = clock;
        this.lists = caches.create("trending.lists", KEPT, TimeRange.values().length);
    }

    void changed(@Observes VideoChanged change) {
        if (change.lists()) {
            lists.invalidateAll();
        }
    }

    /** Makes all scores anew, discounted to now; and forgets what is older than any range. */
    void refresh() {
        Instant now = clock.instant();
        transactions.run(tx -> {
            scores.lock(tx);
            marks.takeTouched(tx);
            marks.deleteBefore(tx, now.minus(TimeRange.ALL.length()));
            for (TimeRange range : TimeRange.values()) {
                score(tx, range, now, now, Optional.empty());
                scores.setReference(tx, range, now);
            }
        });
        lists.invalidateAll();
    }

    /** Makes the scores of those videos anew with which somebody did something; the others' stay as they are. */
    void refreshTouched() {
        Instant now = clock.instant();
        transactions.run(tx -> {
            scores.lock(tx);
            List<VideoId> touched = marks.takeTouched(tx);
            for (TimeRange range : TimeRange.values()) {
                if (!touched.isEmpty()) {
                    Instant reference = scores.reference(tx, range).orElse(now);
                    score(tx, range, reference, now, Optional.of(touched));
                }
            }
        });
        lists.invalidateAll();
    }

    private void score(Handle tx, TimeRange range, Instant reference, Instant now, Optional<Collection<VideoId>> only) {
        Map<VideoId, Double> made = new HashMap<>();
        marks.crowds(tx, range, reference, now, only)
                .forEach((video, crowds) -> made.put(video, TrendScore.of(crowds)));
        scores.clear(tx, range, only);
        if (!made.isEmpty()) {
            scores.put(tx, range, made);
        }
    }

    /** The highest first; the highest of all categories is 1. */
    List<Trend> list(TimeRange range, Optional<Category> category) {
        List<Trend> all = lists.get(range, this::load);
        return category.isEmpty()
                ? all
                : all.stream()
                        .filter(trend -> trend.video().category().equals(category))
                        .toList();
    }

    private List<Trend> load(TimeRange range) {
        return transactions.read(handle -> {
            List<Scored> best = scores.best(handle, range, LISTED);
            Map<VideoId, PublicVideo> found = new HashMap<>();
            videos.find(handle, best.stream().map(Scored::video).toList())
                    .forEach(video -> found.put(video.id(), video));
            List<Trend> trends = new ArrayList<>();
            double highest = 0;
            for (Scored scored : best) {
                PublicVideo video = found.get(scored.video());
                if (video != null && scored.score() > 0) {
                    highest = Math.max(highest, scored.score());
                    trends.add(new Trend(video, scored.score() / highest));
                }
            }
            return List.copyOf(trends);
        });
    }
}
