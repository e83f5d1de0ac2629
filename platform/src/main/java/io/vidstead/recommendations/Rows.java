package io.vidstead.recommendations;

import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Puts the home page together: rows of which each says why, and no video in two of them. */
@ApplicationScoped
class Rows {

    private static final int LENGTH = 12;
    private static final int BECAUSE = 2;
    private static final Duration CONTINUED = Duration.ofDays(30);
    private static final int LOOKED_AT = 60;

    private final PublicVideos videos;
    private final Candidates candidates;
    private final Clock clock;

    Rows(PublicVideos videos, Candidates candidates, Clock clock) {
        this.videos = videos;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** @param best what was ranked for the viewer */
    List<Row> make(Handle handle, Taste taste, Optional<UserId> viewer, List<Pick> best) {
        List<Row> rows = new ArrayList<>();
        Set<VideoId> shown = new HashSet<>();
        add(rows, shown, row(Row.Kind.CONTINUE, unfinished(handle, taste)));
        add(rows, shown, row(Row.Kind.SUBSCRIPTIONS, picks(handle, taste, Reason.Kind.SUBSCRIPTION)));
        List<Row> because = because(handle, taste, viewer);
        because.forEach(one -> add(rows, shown, one));
        if (because.isEmpty() && taste.choices().categories().isEmpty()) {
            add(rows, shown, row(Row.Kind.POPULAR, picks(handle, taste, Reason.Kind.POPULAR)));
        } else {
            add(rows, shown, row(Row.Kind.FOR_YOU, best));
        }
        favourite(handle, taste).ifPresent(category -> add(rows, shown, popularIn(handle, taste, category)));
        add(rows, shown, row(Row.Kind.FRESH, picks(handle, taste, Reason.Kind.FRESH)));
        return rows;
    }

    private static Row row(Row.Kind kind, List<Pick> picks) {
        return new Row(kind, Optional.empty(), Optional.empty(), picks);
    }

    private static void add(List<Row> rows, Set<VideoId> shown, Row row) {
        List<Pick> picks = row.picks().stream()
                .filter(pick -> !shown.contains(pick.video().id()))
                .limit(LENGTH)
                .toList();
        if (!picks.isEmpty()) {
            picks.forEach(pick -> shown.add(pick.video().id()));
            rows.add(new Row(row.kind(), row.because(), row.category(), picks));
        }
    }

    private List<Pick> unfinished(Handle handle, Taste taste) {
        Instant since = clock.instant().minus(CONTINUED);
        Map<VideoId, Signal> begun = new LinkedHashMap<>();
        taste.signals().stream()
                .filter(signal ->
                        signal.unfinished() && !signal.disliked() && signal.at().isAfter(since))
                .filter(signal -> !taste.refusedVideos().contains(signal.videoId()))
                .limit(LENGTH)
                .forEach(signal -> begun.put(signal.videoId(), signal));
        Map<VideoId, PublicVideo> found = new HashMap<>();
        videos.find(handle, begun.keySet()).forEach(video -> found.put(video.id(), video));
        List<Pick> picks = new ArrayList<>();
        begun.keySet()
                .forEach(id -> Optional.ofNullable(found.get(id))
                        .ifPresent(video -> picks.add(new Pick(video, Reason.Kind.WATCHED, Optional.of(id), 1))));
        return picks;
    }

    /** What is new or popular for this viewer, without a forecast: the order is the reason's own. */
    private List<Pick> picks(Handle handle, Taste taste, Reason.Kind why) {
        List<PublicVideo> found = switch (why) {
            case SUBSCRIPTION -> videos.newestOf(handle, taste.followed(), LOOKED_AT);
            case POPULAR -> videos.popular(handle, Optional.empty(), LOOKED_AT);
            default -> videos.newest(handle, Optional.empty(), LOOKED_AT);
        };
        return offered(found, taste, why);
    }

    private Row popularIn(Handle handle, Taste taste, Category category) {
        return new Row(
                Row.Kind.CATEGORY,
                Optional.empty(),
                Optional.of(category),
                offered(videos.popular(handle, Optional.of(category), LOOKED_AT), taste, Reason.Kind.CATEGORY));
    }

    private static List<Pick> offered(List<PublicVideo> found, Taste taste, Reason.Kind why) {
        Set<VideoId> done = taste.done();
        return found.stream()
                .filter(video -> !done.contains(video.id()))
                .filter(video -> !taste.refusedChannels().contains(video.owner()))
                .map(video -> new Pick(video, why, Optional.empty(), 0.5))
                .toList();
    }

    private List<Row> because(Handle handle, Taste taste, Optional<UserId> viewer) {
        List<VideoId> seeds = taste.seeds().stream()
                .filter(signal -> signal.liked() || signal.completed())
                .map(Signal::videoId)
                .limit(BECAUSE)
                .toList();
        Map<VideoId, PublicVideo> found = new HashMap<>();
        videos.find(handle, seeds).forEach(video -> found.put(video.id(), video));
        List<Row> rows = new ArrayList<>();
        for (VideoId seed : seeds) {
            PublicVideo video = found.get(seed);
            if (video != null) {
                List<Pick> picks = new Ranker(taste, clock.instant())
                        .rank(candidates.beside(handle, video, taste, viewer), 2 * LENGTH).stream()
                                .filter(pick -> pick.because().isPresent()
                                        || pick.why() == Reason.Kind.CATEGORY
                                        || pick.why() == Reason.Kind.CHANNEL)
                                .toList();
                rows.add(new Row(Row.Kind.BECAUSE, Optional.of(seed), Optional.empty(), picks));
            }
        }
        return rows;
    }

    /** The category that is watched most, or else one that was picked. */
    private Optional<Category> favourite(Handle handle, Taste taste) {
        Map<VideoId, PublicVideo> liked = new HashMap<>();
        List<VideoId> seeds =
                taste.seeds().stream().map(Signal::videoId).limit(LOOKED_AT).toList();
        videos.find(handle, seeds).forEach(video -> liked.put(video.id(), video));
        return Candidates.favourites(taste, liked).stream().findFirst();
    }
}
