package io.vidstead.recommendations;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.catalog.VideoChanged;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.pubsub.PubSub;
import io.vidstead.experiments.Experiments;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Invalidations.TasteChanged;
import io.vidstead.search.SubjectLearned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists as they were ranked, kept for a moment: a viewer's until they do something that says more of them. Which of them may
 * be shown is asked at every answer, not here.
 */
@ApplicationScoped
class Recommendations {

    /** So many are ranked; answers show the first of them. */
    static final int RANKED = 120;

    private static final Duration PERSONAL_KEPT = Duration.ofMinutes(2);
    private static final Duration PUBLIC_KEPT = Duration.ofSeconds(30);
    private static final int VIEWERS = 10_000;
    private static final int VIDEOS = 5_000;

    /** All lists of one viewer; each is made once, and who asks for it meanwhile waits. */
    private record Personal(
            Map<Optional<Category>, List<Pick>> lists, Map<VideoId, List<Pick>> beside, Map<String, List<Row>> rows) {

        static Personal empty() {
            return new Personal(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    private final Transactions transactions;
    private final PublicVideos videos;
    private final Candidates candidates;
    private final Tastes tastes;
    private final Rows rows;
    private final Experiments experiments;
    private final DiversityTrial diversity;
    private final PubSub messages;
    private final Clock clock;
    private final Cache<UserId, Personal> personal;
    private final Cache<Optional<Category>, List<Pick>> lists;
    private final Cache<VideoId, List<Pick>> beside;
    private final Cache<String, List<Row>> home;
    private PubSub.@Nullable Subscription listening;

    Recommendations(
            Transactions transactions,
            PublicVideos videos,
            Candidates candidates,
            Tastes tastes,
            Rows rows,
            Experiments experiments,
            DiversityTrial diversity,
            PubSub messages,
            Clock clock,
            Caches caches) {
        this.transactions = transactions;
        this.videos = videos;
        this.candidates = candidates;
        this.tastes = tastes;
        this.rows = rows;
        this.experiments = experiments;
        this.diversity = diversity;
        this.messages = messages;
        this.clock = clock;
        this.personal = caches.create("recommendations.personal", PERSONAL_KEPT, VIEWERS);
        this.lists = caches.create("recommendations.lists", PUBLIC_KEPT, Category.values().length + 1);
        this.beside = caches.create("recommendations.beside", PUBLIC_KEPT, VIDEOS);
        this.home = caches.create("recommendations.home", PUBLIC_KEPT, 1);
    }

    void start(@Observes StartupEvent event) {
        listening = messages.subscribe(
                Invalidations.TRANSPORT, text -> UserId.parse(text).ifPresent(personal::invalidate));
    }

    void stop(@Observes ShutdownEvent event) {
        if (listening != null) {
            listening.close();
        }
    }

    void learned(@Observes TasteChanged change) {
        personal.invalidate(change.user());
    }

    void changed(@Observes VideoChanged change) {
        if (change.lists()) {
            lists.invalidateAll();
            beside.invalidateAll();
            home.invalidateAll();
        }
    }

    /** What was ranked without it would stay as it is for a while. */
    void compared(@Observes SubjectLearned subject) {
        beside.invalidateAll();
    }

    /** The best for somebody, best first. */
    List<Pick> list(Optional<UserId> viewer, Optional<Category> category) {
        return viewer.isPresent()
                ? of(viewer.get()).lists().computeIfAbsent(category, one -> rank(viewer, one))
                : lists.get(category, one -> rank(viewer, one));
    }

    /** What goes with a video that everybody may find; nothing goes with one that is hidden. */
    List<Pick> beside(Optional<UserId> viewer, VideoId video) {
        Function<VideoId, List<Pick>> rank = one -> rankBeside(viewer, one);
        return viewer.isPresent() ? of(viewer.get()).beside().computeIfAbsent(video, rank) : beside.get(video, rank);
    }

    List<Row> home(Optional<UserId> viewer) {
        Function<String, List<Row>> make = _ -> {
            Taste taste = taste(viewer);
            Ranker ranker = ranker(taste, viewer);
            return transactions.read(handle -> rows.make(
                    handle,
                    taste,
                    viewer,
                    ranked(ranker, candidates.find(handle, taste, viewer, Optional.empty()), viewer)));
        };
        return viewer.isPresent() ? of(viewer.get()).rows().computeIfAbsent("home", make) : home.get("home", make);
    }

    private Personal of(UserId viewer) {
        return personal.get(viewer, _ -> Personal.empty());
    }

    private Taste taste(Optional<UserId> viewer) {
        return viewer.map(tastes::find).orElse(Taste.NONE);
    }

    /** By the variant that the viewer is to see. */
    private Ranker ranker(Taste taste, Optional<UserId> viewer) {
        double relevance = viewer.map(one -> DiversityTrial.relevance(experiments.variant(diversity, one)))
                .orElse(Ranker.RELEVANCE);
        return new Ranker(taste, clock.instant(), relevance);
    }

    private List<Pick> rank(Optional<UserId> viewer, Optional<Category> category) {
        Taste taste = taste(viewer);
        Ranker ranker = ranker(taste, viewer);
        return transactions.read(handle -> ranked(ranker, candidates.find(handle, taste, viewer, category), viewer));
    }

    private List<Pick> ranked(Ranker ranker, Pool found, Optional<UserId> viewer) {
        List<Pick> best = ranker.rank(found, RANKED);
        List<Candidate> unknown =
                found.candidates().stream().filter(Exploration::unknown).toList();
        long day = clock.instant().toEpochMilli() / Duration.ofDays(1).toMillis();
        long salt = day + viewer.map(UserId::value).orElse(0L);
        return Exploration.mix(best, unknown, Exploration.SHARE, salt);
    }

    private List<Pick> rankBeside(Optional<UserId> viewer, VideoId video) {
        Taste taste = taste(viewer);
        Ranker ranker = ranker(taste, viewer);
        return transactions.read(handle -> videos.find(handle, List.of(video)).stream()
                .findFirst()
                .map(one -> ranker.rank(candidates.beside(handle, one, taste, viewer), RANKED))
                .orElse(List.of()));
    }
}
