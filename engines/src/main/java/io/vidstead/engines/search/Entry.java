package io.vidstead.engines.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that can be found.
 *
 * @param id unique in the index
 * @param kind what it is: searches say which kinds they look for
 * @param parent to which thing it belongs, for those that are found and removed together; an entry may be its own
 * @param language of its texts, BCP 47; absent: guessed from them
 * @param texts what is searched by words
 * @param keywords exact values that filter and are counted
 * @param numbers what filters and orders; fixed until the entry is written anew
 * @param counts what orders and changes often ({@link Change.Count})
 * @param vector of length 1, made by the index's model; absent: it is not found by meaning
 */
public record Entry(
        String id,
        String kind,
        String parent,
        Optional<String> language,
        Map<TextField, String> texts,
        Map<String, List<String>> keywords,
        Map<String, Long> numbers,
        Map<String, Long> counts,
        Optional<float[]> vector) {

    public Entry {
        texts = Map.copyOf(texts);
        keywords = Map.copyOf(keywords);
        numbers = Map.copyOf(numbers);
        counts = Map.copyOf(counts);
    }
}
