package io.vidstead.worldevents;

import io.vidstead.catalog.PublicVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds events by single-pass clustering in the order of time, as is usual in topic detection and tracking (Allan, Papka and
 * Lavrenko, SIGIR 1998): a video joins the cluster whose mean is nearest, if it is near enough and not long past, and begins
 * one otherwise.
 *
 * <p>A cluster is an event when its videos of the last three days are {@value #LEAST} or more by two channels or more, come at
 * twice the pace or more at which such videos came in the month before, and have words in common.
 */
final class Clustering {

    /** How far back videos are looked at. */
    static final Duration MONTH = Duration.ofDays(30);

    static final Duration RECENT = Duration.ofDays(3);

    /** Fewer videos are a coincidence. */
    static final int LEAST = 3;

    /** One channel alone makes no event, however much it publishes. */
    static final int CHANNELS = 2;

    private static final int MOST_EVENTS = 50;
    private static final double NEAR = 0.5;
    private static final Duration PAUSE = Duration.ofDays(2);
    private static final double BURST = 2;

    private Clustering() {}

    private static final class Cluster {

        private final List<Subject> members = new ArrayList<>();
        private final float[] sum;

        private Cluster(int dimension) {
            sum = new float[dimension];
        }

        private void add(Subject subject) {
            members.add(subject);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += subject.vector()[i];
            }
        }

        private double nearness(float[] vector) {
            double product = 0;
            double length = 0;
            for (int i = 0; i < sum.length; i++) {
                product += (double) sum[i] * vector[i];
                length += (double) sum[i] * sum[i];
            }
            return length == 0 ? 0 : product / Math.sqrt(length);
        }

        private boolean goesOn(Instant at) {
            return !members.getLast().video().published().plus(PAUSE).isBefore(at);
        }
    }

    /**
     * The events of the moment, those of most videos first.
     *
     * @param subjects of the last {@link #MONTH}, in any order
     */
    static List<WorldEvent> find(List<Subject> subjects, Instant now) {
        List<Subject> inTime = subjects.stream()
                .sorted(Comparator.comparing(
                                (Subject subject) -> subject.video().published())
                        .thenComparing(subject -> subject.video().id().value()))
                .toList();
        List<Cluster> clusters = new ArrayList<>();
        for (Subject subject : inTime) {
            Cluster nearest = nearest(clusters, subject);
            if (nearest == null) {
                nearest = new Cluster(subject.vector().length);
                clusters.add(nearest);
            }
            nearest.add(subject);
        }
        return clusters.stream()
                .flatMap(cluster -> event(cluster, inTime, now).stream())
                .sorted(Comparator.comparingInt(
                                (WorldEvent event) -> event.videos().size())
                        .reversed()
                        .thenComparing(WorldEvent::latest, Comparator.reverseOrder()))
                .limit(MOST_EVENTS)
                .toList();
    }

    private static @Nullable Cluster nearest(List<Cluster> clusters, Subject subject) {
        Cluster nearest = null;
        double best = NEAR;
        for (Cluster cluster : clusters) {
            if (cluster.goesOn(subject.video().published())) {
                double nearness = cluster.nearness(subject.vector());
                if (nearness >= best) {
                    best = nearness;
                    nearest = cluster;
                }
            }
        }
        return nearest;
    }

    private static Optional<WorldEvent> event(Cluster cluster, List<Subject> all, Instant now) {
        Instant since = now.minus(RECENT);
        List<PublicVideo> recent = cluster.members.stream()
                .map(Subject::video)
                .filter(video -> !video.published().isBefore(since))
                .toList();
        if (recent.size() < LEAST || channels(recent) < CHANNELS || !isBurst(cluster, recent.size(), all, since)) {
            return Optional.empty();
        }
        List<String> terms =
                SharedTerms.of(recent, all.stream().map(Subject::video).toList());
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(new WorldEvent(
                        cluster.members.getFirst().video().id(),
                        terms,
                        recent.getFirst().published(),
                        recent.getLast().published(),
                        recent.reversed().stream().map(PublicVideo::id).toList()));
    }

    static long channels(List<PublicVideo> videos) {
        return videos.stream().map(PublicVideo::owner).distinct().count();
    }

    /** Whether more is published about it now than usually. */
    private static boolean isBurst(Cluster cluster, int recent, List<Subject> all, Instant since) {
        long before = all.stream()
                .filter(subject -> subject.video().published().isBefore(since))
                .filter(subject -> cluster.nearness(subject.vector()) >= NEAR)
                .count();
        double usually = before / (double) MONTH.minus(RECENT).toDays();
        return recent >= BURST * usually * RECENT.toDays();
    }
}
