package io.vidstead.search;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Orders candidates: mostly by how well they match, a little by how often they were watched and how new they are.
 *
 * <p>{@code score = match × (0.8 + 0.12 · popularity + 0.08 · freshness)}, with the fused score over the best one's as match, the
 * logarithm of views over that of the most watched candidate's as popularity, and freshness halved every 180 days. So a
 * match that is a quarter better stands first whatever the rest.
 */
final class Ranking {

    private static final double BASE = 0.8;
    private static final double POPULARITY = 0.12;
    private static final double FRESHNESS = 0.08;
    private static final double HALF_LIFE_DAYS = 180;

    private Ranking() {}

    /** @return 0 to 1 */
    static Map<VideoId, Double> scores(Map<VideoId, Double> fused, Map<VideoId, PublicVideo> videos, Instant now) {
        double best =
                fused.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double watched = videos.values().stream()
                .mapToDouble(video -> Math.log1p((double) video.views()))
                .max()
                .orElse(0);
        Map<VideoId, Double> scores = new HashMap<>();
        fused.forEach((id, match) -> {
            PublicVideo video = videos.get(id);
            if (video != null) {
                double popularity = watched > 0 ? Math.log1p((double) video.views()) / watched : 0;
                scores.put(id, match / best * (BASE + POPULARITY * popularity + FRESHNESS * freshness(video, now)));
            }
        });
        return scores;
    }

    private static double freshness(PublicVideo video, Instant now) {
        double days = Math.max(0, Duration.between(video.published(), now).toHours() / 24.0);
        return Math.pow(2, -days / HALF_LIFE_DAYS);
    }
}
