package io.vidstead.recommendations;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.engines.embed.UnitVectors;
import io.vidstead.kernel.VideoId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How alike videos are by what is said about them: the cosine of their words, tags counting twice, or that of their meaning where
 * it is larger, and a part for the same category and channel. What was read of a video is kept for the next comparison. For one
 * thread.
 */
final class Likeness {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    private static final double SAME_CATEGORY = 0.2;
    private static final double SAME_CHANNEL = 0.15;

    /** Cosines of meaning from here to 1 count from 0 to 1: any two texts of one language are a little alike. */
    private static final double UNRELATED = 0.3;

    /** @param length of the vector of its words */
    private record Described(Map<String, Double> words, double length, float @Nullable [] meaning) {}

    private final Map<VideoId, float[]> meanings;
    private final Map<VideoId, Described> known = new HashMap<>();

    /** @param meanings vectors of length 1, of those videos that have one */
    Likeness(Map<VideoId, float[]> meanings) {
        this.meanings = meanings;
    }

    /** 0 to 1. */
    double of(PublicVideo one, PublicVideo other) {
        double category = one.category().isPresent() && one.category().equals(other.category()) ? SAME_CATEGORY : 0;
        double channel = one.owner().equals(other.owner()) ? SAME_CHANNEL : 0;
        double told = cosine(described(one), described(other));
        return (1 - SAME_CATEGORY - SAME_CHANNEL) * told + category + channel;
    }

    private Described described(PublicVideo video) {
        return known.computeIfAbsent(video.id(), id -> {
            Map<String, Double> words = new HashMap<>();
            add(words, video.title(), 1);
            video.tags().forEach(tag -> add(words, tag, 2));
            double squares = words.values().stream()
                    .mapToDouble(weight -> weight * weight)
                    .sum();
            return new Described(words, Math.sqrt(squares), meanings.get(id));
        });
    }

    private static void add(Map<String, Double> words, String text, double weight) {
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> words.merge(word.group(), weight, Math::max));
    }

    private static double cosine(Described one, Described other) {
        double product = 0;
        for (Map.Entry<String, Double> word : one.words().entrySet()) {
            product += word.getValue() * other.words().getOrDefault(word.getKey(), 0.0);
        }
        double byWords = product == 0 ? 0 : product / (one.length() * other.length());
        return Math.max(byWords, meaning(one.meaning(), other.meaning()));
    }

    private static double meaning(float @Nullable [] one, float @Nullable [] other) {
        if (one == null || other == null || one.length != other.length) {
            return 0;
        }
        float cosine = UnitVectors.cosine(one, other);
        return Math.clamp((cosine - UNRELATED) / (1 - UNRELATED), 0, 1);
    }
}
