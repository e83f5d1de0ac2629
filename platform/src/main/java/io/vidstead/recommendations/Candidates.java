package io.vidstead.recommendations;

import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.NeighbourStore.Near;
import io.vidstead.recommendations.Reason.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The first stage: some hundreds of videos that may interest somebody, from all sources, by at most thirteen statements. */
@ApplicationScoped
class Candidates {

    private static final int OF_SEEDS = 30;
    private static final int NEIGHBOURS = 150;
    private static final int OF_CHANNELS = 60;
    private static final int TAGGED = 80;
    private static final int TAGS = 12;
    private static final int CATEGORIES = 2;
    private static final int OF_CATEGORY = 30;
    private static final int POPULAR = 60;
    private static final int NEWEST = 60;

    private final PublicVideos videos;
    private final NeighbourStore neighbours;

    Candidates(PublicVideos videos, NeighbourStore neighbours) {
        this.videos = videos;
        this.neighbours = neighbours;
    }

    /** What was found of a video on the way. */
    private record Found(PublicVideo video, Kind why, Optional<VideoId> because, double collaborative) {}

    /** A seed's strength, and whether it was liked. */
    private record Seed(double strength, boolean liked) {}

    /** @param category only of this one */
    List<Candidate> find(Handle handle, Taste taste, Optional<UserId> viewer, Optional<Category> category) {
        Map<VideoId, Seed> seeds = new LinkedHashMap<>();
        taste.seeds().stream()
                .limit(OF_SEEDS)
                .forEach(signal -> seeds.put(signal.videoId(), new Seed(signal.strength(), signal.liked())));
        return collect(handle, seeds, taste, Kind.SUBSCRIPTION, viewer, category);
    }

    /** What goes with one video. */
    List<Candidate> beside(Handle handle, PublicVideo video, Taste taste, Optional<UserId> viewer) {
        Taste beside = new Taste(
                new Choices(
                        true,
                        taste.choices().weights(),
                        video.category().map(Set::of).orElse(Set.of())),
                taste.signals(),
                taste.refusedVideos(),
                taste.refusedChannels(),
                List.of(video.owner()));
        return collect(handle, Map.of(video.id(), new Seed(1, false)), beside, Kind.CHANNEL, viewer, Optional.empty())
                .stream()
                .filter(candidate -> !candidate.video().id().equals(video.id()))
                .toList();
    }

    /** @param ofChannels why videos of the channels that the taste names are there */
    private List<Candidate> collect(
            Handle handle,
            Map<VideoId, Seed> seeds,
            Taste taste,
            Kind ofChannels,
            Optional<UserId> viewer,
            Optional<Category> category) {
        Map<VideoId, PublicVideo> liked = byId(videos.find(handle, seeds.keySet()));
        Map<VideoId, Found> found = new LinkedHashMap<>();
        near(handle, seeds, found);
        add(found, videos.newestOf(handle, taste.followed(), OF_CHANNELS), ofChannels);
        add(found, videos.tagged(handle, tags(liked.values()), TAGGED), Kind.SIMILAR);
        for (Category favourite : favourites(taste, liked)) {
            add(found, videos.popular(handle, Optional.of(favourite), OF_CATEGORY), Kind.CATEGORY);
            add(found, videos.newest(handle, Optional.of(favourite), OF_CATEGORY), Kind.CATEGORY);
        }
        add(found, videos.popular(handle, category, POPULAR), Kind.POPULAR);
        add(found, videos.newest(handle, category, NEWEST), Kind.FRESH);
        Set<VideoId> done = taste.done();
        return found.values().stream()
                .filter(one -> !done.contains(one.video().id()))
                .filter(one -> !taste.refusedChannels().contains(one.video().owner()))
                .filter(one -> viewer.isEmpty() || !one.video().owner().equals(viewer.get()))
                .filter(one -> category.isEmpty() || one.video().category().equals(category))
                .map(one -> candidate(one, liked.values()))
                .toList();
    }

    private void near(Handle handle, Map<VideoId, Seed> seeds, Map<VideoId, Found> found) {
        if (seeds.isEmpty()) {
            return;
        }
        Map<VideoId, Double> sums = new HashMap<>();
        Map<VideoId, VideoId> because = new HashMap<>();
        Map<VideoId, Double> strongest = new HashMap<>();
        neighbours.find(handle, seeds.keySet()).forEach((seed, near) -> {
            double strength = strength(seeds, seed);
            for (Near one : near) {
                double adds = strength * one.weight();
                sums.merge(one.video(), adds, Double::sum);
                if (adds > strongest.getOrDefault(one.video(), 0.0)) {
                    strongest.put(one.video(), adds);
                    because.put(one.video(), seed);
                }
            }
        });
        List<VideoId> best = sums.entrySet().stream()
                .sorted(Map.Entry.<VideoId, Double>comparingByValue().reversed())
                .limit(NEIGHBOURS)
                .map(Map.Entry::getKey)
                .toList();
        double most = best.isEmpty() ? 1 : Math.max(0.05, sums.getOrDefault(best.getFirst(), 1.0));
        byId(videos.find(handle, best)).forEach((id, video) -> {
            VideoId seed = because.get(id);
            Kind why = seed != null && liked(seeds, seed) ? Kind.LIKED : Kind.WATCHED;
            found.put(id, new Found(video, why, Optional.ofNullable(seed), sums.getOrDefault(id, 0.0) / most));
        });
    }

    private static double strength(Map<VideoId, Seed> seeds, VideoId video) {
        Seed seed = seeds.get(video);
        return seed == null ? 0 : seed.strength();
    }

    private static boolean liked(Map<VideoId, Seed> seeds, VideoId video) {
        Seed seed = seeds.get(video);
        return seed != null && seed.liked();
    }

    private static void add(Map<VideoId, Found> found, List<PublicVideo> more, Kind why) {
        more.forEach(video -> found.merge(
                video.id(),
                new Found(video, why, Optional.empty(), 0),
                (known, fresh) -> known.why().compareTo(fresh.why()) <= 0
                        ? known
                        : new Found(video, why, Optional.empty(), known.collaborative())));
    }

    private static Candidate candidate(Found found, Collection<PublicVideo> liked) {
        Optional<PublicVideo> most =
                liked.stream().max(Comparator.comparingDouble(seed -> Words.likeness(seed, found.video())));
        double similar = most.map(seed -> Words.likeness(seed, found.video())).orElse(0.0);
        Optional<VideoId> because =
                found.because().or(() -> found.why() == Kind.SIMILAR ? most.map(PublicVideo::id) : Optional.empty());
        return new Candidate(found.video(), found.why(), because, found.collaborative(), similar);
    }

    private static Set<String> tags(Collection<PublicVideo> liked) {
        Map<String, Integer> counts = new HashMap<>();
        liked.forEach(video -> video.tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TAGS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those that somebody watches most, and then those they picked. */
    static Set<Category> favourites(Taste taste, Map<VideoId, PublicVideo> liked) {
        Set<Category> favourites = new LinkedHashSet<>();
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        liked.values().forEach(video -> video.category().ifPresent(one -> counts.merge(one, 1, Integer::sum)));
        counts.entrySet().stream()
                .sorted(Map.Entry.<Category, Integer>comparingByValue().reversed())
                .limit(CATEGORIES)
                .forEach(entry -> favourites.add(entry.getKey()));
        taste.choices().categories().stream().sorted().forEach(favourites::add);
        return favourites.stream().limit(CATEGORIES + 1).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<VideoId, PublicVideo> byId(List<PublicVideo> all) {
        Map<VideoId, PublicVideo> found = new LinkedHashMap<>();
        all.forEach(video -> found.put(video.id(), video));
        return found;
    }
}
