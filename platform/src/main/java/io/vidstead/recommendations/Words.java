package io.vidstead.recommendations;

import io.vidstead.catalog.PublicVideo;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How alike two videos are by what is said about them: the cosine of their words, tags counting twice, and a part for the
 * same category and channel. Vectors of a language model, where there are some, belong in the place of {@link #cosine}.
 */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    private static final double SAME_CATEGORY = 0.2;
    private static final double SAME_CHANNEL = 0.15;

    private Words() {}

    /** 0 to 1. */
    static double likeness(PublicVideo one, PublicVideo other) {
        double category = one.category().isPresent() && one.category().equals(other.category()) ? SAME_CATEGORY : 0;
        double channel = one.owner().equals(other.owner()) ? SAME_CHANNEL : 0;
        return (1 - SAME_CATEGORY - SAME_CHANNEL) * cosine(terms(one), terms(other)) + category + channel;
    }

    private static Map<String, Double> terms(PublicVideo video) {
        Map<String, Double> terms = new HashMap<>();
        add(terms, video.title(), 1);
        video.tags().forEach(tag -> add(terms, tag, 2));
        return terms;
    }

    private static void add(Map<String, Double> terms, String text, double weight) {
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> terms.merge(word.group(), weight, Math::max));
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double product = 0;
        for (Map.Entry<String, Double> term : one.entrySet()) {
            product += term.getValue() * other.getOrDefault(term.getKey(), 0.0);
        }
        return product == 0 ? 0 : product / (length(one) * length(other));
    }

    private static double length(Map<String, Double> terms) {
        return Math.sqrt(terms.values().stream().mapToDouble(w -> w * w).sum());
    }
}
