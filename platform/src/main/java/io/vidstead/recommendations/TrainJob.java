package io.vidstead.recommendations;

import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.ranking.Basket;
import io.vidstead.ranking.Ease;
import io.vidstead.ranking.Interactions;
import io.vidstead.recommendations.NeighbourStore.Near;
import io.vidstead.recommendations.SignalStore.Owned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Trains the neighbours from what all viewers did in the last {@link #WINDOW}, again whenever there is news, and forgets what
 * is older than anybody looks back.
 *
 * <p>Bounded: the latest {@link #MOST_SIGNALS} signals of the {@link #MOST_VIDEOS} most watched videos; what is less known is
 * found by its words. That takes at most 20 seconds and 100 MB for the time of the training.
 */
@ApplicationScoped
class TrainJob implements RecurringJob {

    static final Duration WINDOW = Duration.ofDays(180);

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int MOST_SIGNALS = 200_000;
    private static final int MOST_VIDEOS = 2_000;
    private static final int NEIGHBOURS = 60;
    /** Chosen on held-back viewers; docs/recommendations.md has the figures. */
    private static final Ease.Options OPTIONS = new Ease.Options(100, 0.5);
    /** With few viewers a ridge of that height would leave nothing. */
    private static final double RIDGE_PER_VIEWER = 0.2;

    /** What was trained from, well enough to tell whether there is news: also what somebody took away. */
    private record State(int signals, Instant latest) {}

    private final Transactions transactions;
    private final SignalStore signals;
    private final NeighbourStore neighbours;
    private final Clock clock;
    private volatile @Nullable State trained;

    TrainJob(Transactions transactions, SignalStore signals, NeighbourStore neighbours, Clock clock) {
        this.transactions = transactions;
        this.signals = signals;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "recommendations.train";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        transactions.run(tx -> signals.deleteOld(tx, now.minus(WINDOW)));
        List<Owned> known = transactions.read(handle -> signals.all(handle, now.minus(WINDOW), MOST_SIGNALS));
        State state = new State(
                known.size(), known.isEmpty() ? now : known.getFirst().signal().at());
        if (!state.equals(trained) && (!known.isEmpty() || trained != null)) {
            train(known);
            trained = state;
        }
    }

    private void train(List<Owned> known) {
        long begun = System.nanoTime();
        List<VideoId> videos = mostWatched(known);
        Map<VideoId, Integer> numbers = new HashMap<>();
        videos.forEach(video -> numbers.put(video, numbers.size()));
        Map<UserId, TreeMap<Integer, Double>> viewers = new LinkedHashMap<>();
        for (Owned one : known) {
            Integer number = numbers.get(one.signal().videoId());
            if (number != null && one.signal().strength() > 0) {
                viewers.computeIfAbsent(one.user(), _ -> new TreeMap<>())
                        .put(number, one.signal().strength());
            }
        }
        List<Basket> baskets = viewers.values().stream().map(TrainJob::basket).toList();
        Interactions interactions = Interactions.of(baskets, videos.size());
        Map<VideoId, List<Near>> model = videos.isEmpty() ? Map.of() : model(interactions, videos);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        transactions.run(tx -> keep(tx, model, interactions, took));
    }

    private void keep(Handle tx, Map<VideoId, List<Near>> model, Interactions interactions, Duration took) {
        neighbours.replace(tx, model);
        neighbours.trained(
                tx, clock.instant(), interactions.count(), interactions.people().size(), interactions.items(), took);
    }

    private static Map<VideoId, List<Near>> model(Interactions interactions, List<VideoId> videos) {
        double ridge = Math.min(
                OPTIONS.lambda(), RIDGE_PER_VIEWER * interactions.people().size() + 1);
        List<Basket> rows = Ease.train(interactions, new Ease.Options(ridge, OPTIONS.dropout()))
                .neighbours(NEIGHBOURS);
        Map<VideoId, List<Near>> model = new HashMap<>();
        for (int video = 0; video < rows.size(); video++) {
            Basket row = rows.get(video);
            List<Near> near = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                near.add(new Near(videos.get(row.items()[i]), row.weights()[i]));
            }
            if (!near.isEmpty()) {
                model.put(videos.get(video), near);
            }
        }
        return model;
    }

    private static List<VideoId> mostWatched(List<Owned> known) {
        Map<VideoId, Double> sums = new HashMap<>();
        known.forEach(one -> sums.merge(one.signal().videoId(), one.signal().strength(), Double::sum));
        return sums.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<VideoId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().value(), Comparator.naturalOrder()))
                .limit(MOST_VIDEOS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Basket basket(SortedMap<Integer, Double> taken) {
        return new Basket(
                taken.keySet().stream().mapToInt(Integer::intValue).toArray(),
                taken.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
