package io.vidstead.worldevents;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.engines.search.LittleWords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that some videos share and most others do not have: what an event is called by. */
final class SharedTerms {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    private static final int MOST = 3;

    /** A word that so much of all videos has is of the site, not of the event. */
    private static final double COMMON = 0.2;

    /** Fewer videos do not tell what is common. */
    private static final int TELLING = 20;

    private SharedTerms() {}

    /**
     * At most three, as the first video that has them writes them; none where the videos have nothing in common.
     *
     * @param all the videos of the time, these among them
     */
    static List<String> of(List<PublicVideo> videos, List<PublicVideo> all) {
        Map<String, String> written = new LinkedHashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (PublicVideo video : videos) {
            Map<String, String> words = words(video);
            words.forEach(written::putIfAbsent);
            words.keySet().forEach(word -> count.merge(word, 1, Integer::sum));
        }
        Map<String, Integer> everywhere = new HashMap<>();
        all.forEach(video -> words(video).keySet().forEach(word -> everywhere.merge(word, 1, Integer::sum)));
        Set<String> chosen = new HashSet<>(count.entrySet().stream()
                .filter(term -> 2 * term.getValue() >= videos.size() && term.getValue() > 1)
                .filter(term ->
                        all.size() < TELLING || everywhere.getOrDefault(term.getKey(), 0) <= COMMON * all.size())
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(term -> everywhere.getOrDefault(term.getKey(), 0))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList());
        return written.entrySet().stream()
                .filter(term -> chosen.contains(term.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Of title and tags, each once: in lower case, and as it is written. */
    private static Map<String, String> words(PublicVideo video) {
        Map<String, String> words = new LinkedHashMap<>();
        WORD.matcher(video.title() + " " + String.join(" ", video.tags()))
                .results()
                .forEach(found -> {
                    String word = found.group().toLowerCase(Locale.ROOT);
                    if (!LittleWords.contain(word)) {
                        words.putIfAbsent(word, found.group());
                    }
                });
        return words;
    }
}
