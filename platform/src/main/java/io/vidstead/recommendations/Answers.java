package io.vidstead.recommendations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.WatchPositions;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes answers of what was ranked: what may be shown right now, with its reason. */
@ApplicationScoped
class Answers {

    /** How many more than wanted are looked at, for those that may not be shown any more. */
    private static final int SPARE = 20;

    /** A video with how well it fits, 0 to 1, and why it is there. */
    record Recommended(@JsonUnwrapped VideoCard card, double relevanceScore, Reason reason) {}

    /**
     * A row of the home page.
     *
     * @param kind continue, subscriptions, for_you, because, category, popular or fresh
     * @param video,title what a row because follows from
     * @param category of a row of that kind
     */
    record HomeRow(
            String kind,
            @Nullable VideoId video,
            @Nullable String title,
            @Nullable String category,
            List<Recommended> videos) {}

    private final PublicVideos videos;
    private final WatchPositions positions;
    private final Caller caller;

    Answers(PublicVideos videos, WatchPositions positions, Caller caller) {
        this.videos = videos;
        this.positions = positions;
        this.caller = caller;
    }

    /** One statement, or two for long lists. */
    List<Recommended> list(List<Pick> picks, int limit) {
        List<Pick> looked = picks.subList(0, Math.min(picks.size(), limit + SPARE));
        Map<VideoId, VideoCard> cards = videos.cards(caller, ids(looked));
        return recommended(looked, cards).stream().limit(limit).toList();
    }

    /** Three statements at most. A row of which nothing may be shown any more is left out. */
    List<HomeRow> rows(List<Row> rows) {
        List<Pick> all = rows.stream().flatMap(row -> row.picks().stream()).toList();
        Set<VideoId> ids = new LinkedHashSet<>(ids(all));
        rows.forEach(row -> row.because().ifPresent(ids::add));
        Map<VideoId, VideoCard> cards = videos.cards(caller, List.copyOf(ids));
        caller.userId().ifPresent(viewer -> {
            Map<VideoId, Integer> watched = positions.find(viewer, cards.keySet());
            cards.replaceAll((id, card) -> card.watched(watched.get(id)));
        });
        List<HomeRow> shown = new ArrayList<>();
        for (Row row : rows) {
            List<Recommended> recommended = recommended(row.picks(), cards);
            Optional<VideoCard> because = row.because().flatMap(id -> Optional.ofNullable(cards.get(id)));
            if (!recommended.isEmpty() && because.isPresent() == row.because().isPresent()) {
                shown.add(new HomeRow(
                        row.kind().name().toLowerCase(Locale.ROOT),
                        because.map(VideoCard::videoId).orElse(null),
                        because.map(VideoCard::title).orElse(null),
                        row.category().map(Category::code).orElse(null),
                        recommended));
            }
        }
        return shown;
    }

    private static List<VideoId> ids(List<Pick> picks) {
        Set<VideoId> ids = new LinkedHashSet<>();
        picks.forEach(pick -> ids.add(pick.video().id()));
        picks.forEach(pick -> pick.because().ifPresent(ids::add));
        return List.copyOf(ids);
    }

    private static List<Recommended> recommended(List<Pick> picks, Map<VideoId, VideoCard> cards) {
        List<Recommended> all = new ArrayList<>();
        for (Pick pick : picks) {
            VideoCard card = cards.get(pick.video().id());
            if (card != null) {
                all.add(new Recommended(card, Math.round(pick.score() * 1000) / 1000.0, reason(pick, card, cards)));
            }
        }
        return all;
    }

    /** What was watched and is hidden meanwhile is not named. */
    private static Reason reason(Pick pick, VideoCard card, Map<VideoId, VideoCard> cards) {
        Optional<VideoCard> because = pick.because().flatMap(id -> Optional.ofNullable(cards.get(id)));
        return new Reason(
                pick.why().code(),
                because.map(VideoCard::videoId).orElse(null),
                because.map(VideoCard::title).orElse(null),
                pick.why() == Reason.Kind.SUBSCRIPTION || pick.why() == Reason.Kind.CHANNEL ? card.user() : null,
                pick.why() == Reason.Kind.CATEGORY ? card.category() : null);
    }
}
