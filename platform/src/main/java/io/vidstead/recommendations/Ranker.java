package io.vidstead.recommendations;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.recommendations.Choices.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<Pick> rank(List<Candidate> candidates, int limit) {
        double mostViews = candidates.stream()
                .mapToDouble(c -> Math.log1p((double) c.video().views()))
                .max()
                .orElse(0);
        List<Pick> scored = new ArrayList<>();
        for (Candidate candidate : candidates) {
            scored.add(new Pick(
                    candidate.video(), candidate.why(), candidate.because(), score(candidate, Math.max(1, mostViews))));
        }
        return diverse(scored, limit);
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

    private List<Pick> diverse(List<Pick> scored, int limit) {
        List<Pick> left = new ArrayList<>(scored);
        Map<Pick, Double> nearest = new HashMap<>();
        List<Pick> taken = new ArrayList<>();
        while (taken.size() < limit && !left.isEmpty()) {
            Pick best = left.getFirst();
            for (Pick pick : left) {
                if (marginal(pick, nearest) > marginal(best, nearest)) {
                    best = pick;
                }
            }
            Pick chosen = best;
            left.remove(chosen);
            taken.add(chosen);
            left.forEach(pick -> nearest.merge(pick, Words.likeness(pick.video(), chosen.video()), Math::max));
        }
        return taken;
    }

    private double marginal(Pick pick, Map<Pick, Double> nearest) {
        return relevance * pick.score() - (1 - relevance) * nearest.getOrDefault(pick, 0.0);
    }
}
