package io.vidstead.recommendations;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.recommendations.Choices.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Foretells how satisfied a viewer will be with a candidate, and makes lists that are not all of one kind.
 *
 * <p>Satisfied is who watches to the end or likes, and does not say "not interested". The forecast is logistic:
 *
 * <pre>score = σ(−1.2 + 2.4·collaborative + 1.8·similar + 0.8·followed + 0.5·category
 *           + 0.7·freshness + 0.6·quality + 0.5·popularity + 0.6·weights)</pre>
 *
 * with freshness = e^(−age / 14 days), quality = likes and dislikes smoothed, popularity = log of the views against the most
 * watched candidate. A list then takes the best by maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998):
 *
 * <pre>argmax 0.75·score − 0.25·max likeness to those already taken</pre>
 */
final class Ranker {

    private static final double FRESH_DAYS = 14;
    static final double RELEVANCE = 0.75;
    /** So many times as many as wanted, the best by their score, are taken from for a diverse list. */
    private static final int DIVERSE = 2;

    private static final Duration SHORT = Duration.ofMinutes(5);

    private final Taste taste;
    private final Instant now;
    private final double relevance;

    Ranker(Taste taste, Instant now) {
        this(taste, now, RELEVANCE);
    }

    /** @param relevance how much of a place depends on the score, 0 to 1; the rest on being unlike those before */
    Ranker(Taste taste, Instant now, double relevance) {
        this.taste = taste;
        this.now = now;
        this.relevance = relevance;
    }

    /** The best of them, diverse, best first. */
    List<Pick> rank(Pool pool, int limit) {
        double mostViews = pool.candidates().stream()
                .mapToDouble(c -> Math.log1p((double) c.video().views()))
                .max()
                .orElse(0);
        List<Pick> scored = pool.candidates().stream()
                .map(candidate -> new Pick(
                        candidate.video(),
                        candidate.why(),
                        candidate.because(),
                        score(candidate, Math.max(1, mostViews))))
                .sorted(Comparator.comparingDouble(Pick::score).reversed())
                .limit((long) DIVERSE * limit)
                .toList();
        return diverse(scored, limit, pool.likeness());
    }

    private double score(Candidate candidate, double mostViews) {
        PublicVideo video = candidate.video();
        boolean followed = taste.followed().contains(video.owner());
        boolean picked = video.category().isPresent()
                && taste.choices().categories().contains(video.category().get());
        double freshness = freshness(video);
        double popularity = Math.log1p((double) video.views()) / mostViews;
        double quality = (video.likes() + 3.0) / (video.likes() + video.dislikes() + 4.0) - 0.75;
        Weights weights = taste.choices().weights();
        double wished = weights.fresh() * freshness
                + weights.subscriptions() * (followed ? 1 : 0)
                + weights.shorter() * (video.length().compareTo(SHORT) <= 0 ? 1 : 0);
        return sigmoid(-1.2
                + 2.4 * candidate.collaborative()
                + 1.8 * candidate.similar()
                + (followed ? 0.8 : 0)
                + (picked ? 0.5 : 0)
                + 0.7 * freshness
                + 0.6 * quality
                + 0.5 * popularity
                + 0.6 * wished);
    }

    private double freshness(PublicVideo video) {
        double days = Math.max(0, Duration.between(video.published(), now).toMinutes() / 1440.0);
        return Math.exp(-days / FRESH_DAYS);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private List<Pick> diverse(List<Pick> scored, int limit, Likeness likeness) {
        double[] nearest = new double[scored.size()];
        boolean[] taken = new boolean[scored.size()];
        List<Pick> order = new ArrayList<>();
        for (int place = 0; place < Math.min(limit, scored.size()); place++) {
            int best = -1;
            for (int i = 0; i < nearest.length; i++) {
                if (!taken[i] && (best < 0 || marginal(scored, nearest, i) > marginal(scored, nearest, best))) {
                    best = i;
                }
            }
            taken[best] = true;
            Pick chosen = scored.get(best);
            order.add(chosen);
            for (int i = 0; i < nearest.length; i++) {
                if (!taken[i]) {
                    nearest[i] = Math.max(nearest[i], likeness.of(scored.get(i).video(), chosen.video()));
                }
            }
        }
        return order;
    }

    private double marginal(List<Pick> scored, double[] nearest, int i) {
        return relevance * scored.get(i).score() - (1 - relevance) * nearest[i];
    }
}
