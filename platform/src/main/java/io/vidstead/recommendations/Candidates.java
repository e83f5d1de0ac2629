package io.vidstead.recommendations;

import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.NeighbourStore.Near;
import io.vidstead.recommendations.Reason.Kind;
import io.vidstead.search.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The first stage: some hundreds of videos that may interest somebody, from all sources, by at most fourteen statements. */
@ApplicationScoped
class Candidates {

    private static final int OF_SEEDS = 30;
    private static final int NEIGHBOURS = 150;
    /** Of the strongest seeds each: so many of like meaning. */
    private static final int MEANT = 3;

    private static final int OF_MEANING = 30;
    private static final int OF_CHANNELS = 60;
    private static final int TAGGED = 80;
    private static final int TAGS = 12;
    private static final int CATEGORIES = 2;
    private static final int OF_CATEGORY = 30;
    private static final int POPULAR = 60;
    private static final int NEWEST = 60;

    private final PublicVideos videos;
    private final NeighbourStore neighbours;
    private final Subjects subjects;

    Candidates(PublicVideos videos, NeighbourStore neighbours, Subjects subjects) {
        this.videos = videos;
        this.neighbours = neighbours;
        this.subjects = subjects;
    }

    /** What was found of a video on the way. */
    private record Found(PublicVideo video, Kind why, Optional<VideoId> because, double collaborative) {}

    /** A seed's strength, and whether it was liked. */
    private record Seed(double strength, boolean liked) {}

    /** @param category only of this one */
    Pool find(Handle handle, Taste taste, Optional<UserId> viewer, Optional<Category> category) {
        Map<VideoId, Seed> seeds = new LinkedHashMap<>();
        taste.seeds().stream()
                .limit(OF_SEEDS)
                .forEach(signal -> seeds.put(signal.videoId(), new Seed(signal.strength(), signal.liked())));
        return collect(handle, seeds, taste, Kind.SUBSCRIPTION, viewer, category);
    }

    /** What goes with one video. */
    Pool beside(Handle handle, PublicVideo video, Taste taste, Optional<UserId> viewer) {
        Taste beside = new Taste(
                new Choices(
                        true,
                        taste.choices().weights(),
                        video.category().map(Set::of).orElse(Set.of())),
                taste.signals(),
                taste.refusedVideos(),
                taste.refusedChannels(),
                List.of(video.owner()));
        Pool pool =
                collect(handle, Map.of(video.id(), new Seed(1, false)), beside, Kind.CHANNEL, viewer, Optional.empty());
        return new Pool(
                pool.candidates().stream()
                        .filter(candidate -> !candidate.video().id().equals(video.id()))
                        .toList(),
                pool.likeness());
    }

    /** @param ofChannels why videos of the channels that the taste names are there */
    private Pool collect(
            Handle handle,
            Map<VideoId, Seed> seeds,
            Taste taste,
            Kind ofChannels,
            Optional<UserId> viewer,
            Optional<Category> category) {
        Map<VideoId, PublicVideo> liked = byId(videos.find(handle, seeds.keySet()));
        Map<VideoId, Found> found = new LinkedHashMap<>();
        near(handle, seeds, found);
        add(found, videos.find(handle, meant(seeds.keySet())), Kind.SIMILAR);
        add(found, videos.newestOf(handle, taste.followed(), OF_CHANNELS), ofChannels);
        add(found, videos.tagged(handle, tags(liked.values()), TAGGED), Kind.SIMILAR);
        for (Category favourite : favourites(taste, liked)) {
            add(found, videos.popular(handle, Optional.of(favourite), OF_CATEGORY), Kind.CATEGORY);
            add(found, videos.newest(handle, Optional.of(favourite), OF_CATEGORY), Kind.CATEGORY);
        }
        add(found, videos.popular(handle, category, POPULAR), Kind.POPULAR);
        add(found, videos.newest(handle, category, NEWEST), Kind.FRESH);
        Set<VideoId> done = taste.done();
        List<Found> wanted = found.values().stream()
                .filter(one -> !done.contains(one.video().id()))
                .filter(one -> !taste.refusedChannels().contains(one.video().owner()))
                .filter(one -> viewer.isEmpty() || !one.video().owner().equals(viewer.get()))
                .filter(one -> category.isEmpty() || one.video().category().equals(category))
                .toList();
        Set<VideoId> compared = new HashSet<>(liked.keySet());
        wanted.forEach(one -> compared.add(one.video().id()));
        Likeness likeness = new Likeness(subjects.vectors(compared));
        return new Pool(
                wanted.stream()
                        .map(one -> candidate(one, liked.values(), likeness))
                        .toList(),
                likeness);
    }

    /** What means the same as the strongest seeds. */
    private Set<VideoId> meant(Set<VideoId> seeds) {
        Set<VideoId> near = new LinkedHashSet<>();
        seeds.stream().limit(MEANT).forEach(seed -> near.addAll(subjects.near(seed, OF_MEANING)));
        return near;
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

    private static Candidate candidate(Found found, Collection<PublicVideo> liked, Likeness likeness) {
        double similar = 0;
        Optional<VideoId> most = Optional.empty();
        for (PublicVideo seed : liked) {
            double alike = likeness.of(seed, found.video());
            if (alike > similar) {
                similar = alike;
                most = Optional.of(seed.id());
            }
        }
        Optional<VideoId> because = found.because().isPresent() || found.why() != Kind.SIMILAR ? found.because() : most;
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
