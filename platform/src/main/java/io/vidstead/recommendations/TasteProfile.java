package io.vidstead.recommendations;

import io.vidstead.catalog.Author;
import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.catalog.VideoCard;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Choices.Weights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a viewer what is thought of them. */
@ApplicationScoped
class TasteProfile {

    private static final int SHOWN = 12;
    private static final int VIDEOS = 50;

    /** Something liked, with its share of all that is liked, 0 to 1. */
    record Share(String name, double share) {}

    /**
     * A video that something was learned from.
     *
     * @param how liked, disliked, completed or watched
     */
    record Learned(VideoCard video, String how, Instant at) {}

    /**
     * The whole profile.
     *
     * @param picked categories that the viewer picked
     * @param categories,tags what it seems they like, most first
     * @param learned from what, the latest first; what is hidden from everybody by now is left out
     * @param refusedVideos,refusedChannels what is not offered
     */
    record Known(
            boolean personalised,
            Weights weights,
            List<String> picked,
            List<Share> categories,
            List<Share> tags,
            List<Learned> learned,
            List<VideoCard> refusedVideos,
            List<Author> refusedChannels) {}

    private final Transactions transactions;
    private final PublicVideos videos;

    TasteProfile(Transactions transactions, PublicVideos videos) {
        this.transactions = transactions;
        this.videos = videos;
    }

    Known of(Caller caller, Taste taste, List<Author> refusedChannels) {
        List<Signal> latest = taste.signals().stream()
                .filter(TasteProfile::saysAnything)
                .limit(VIDEOS)
                .toList();
        Set<VideoId> wanted = new LinkedHashSet<>();
        latest.forEach(signal -> wanted.add(signal.videoId()));
        List<VideoId> refused = taste.refusedVideos().stream().limit(VIDEOS).toList();
        wanted.addAll(refused);
        Map<VideoId, VideoCard> cards = videos.cards(caller, List.copyOf(wanted));
        Map<String, Double> categories = new HashMap<>();
        Map<String, Double> tags = new HashMap<>();
        add(taste, categories, tags);
        List<Learned> learned = new ArrayList<>();
        latest.forEach(signal -> {
            VideoCard card = cards.get(signal.videoId());
            if (card != null) {
                learned.add(new Learned(card, how(signal), signal.at()));
            }
        });
        return new Known(
                taste.choices().personalised(),
                taste.choices().weights(),
                taste.choices().categories().stream()
                        .map(Category::code)
                        .sorted()
                        .toList(),
                shares(categories),
                shares(tags),
                learned,
                refused.stream()
                        .flatMap(id -> Optional.ofNullable(cards.get(id)).stream())
                        .toList(),
                refusedChannels);
    }

    private void add(Taste taste, Map<String, Double> categories, Map<String, Double> tags) {
        Map<VideoId, Double> strengths = new HashMap<>();
        taste.seeds().forEach(signal -> strengths.put(signal.videoId(), signal.strength()));
        for (PublicVideo video : transactions.read(handle -> videos.find(handle, strengths.keySet()))) {
            double strength = strengths.getOrDefault(video.id(), 0.0);
            video.category().ifPresent(category -> categories.merge(category.code(), strength, Double::sum));
            video.tags().forEach(tag -> tags.merge(tag.toLowerCase(Locale.ROOT), strength, Double::sum));
        }
    }

    private static List<Share> shares(Map<String, Double> sums) {
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(entry -> new Share(entry.getKey(), Math.round(entry.getValue() / all * 1000) / 1000.0))
                .toList();
    }

    private static boolean saysAnything(Signal signal) {
        return signal.reaction() != 0 || signal.completed() || signal.watched() >= Signal.BEGUN;
    }

    private static String how(Signal signal) {
        if (signal.reaction() != 0) {
            return signal.liked() ? "liked" : "disliked";
        }
        return signal.completed() ? "completed" : "watched";
    }
}
