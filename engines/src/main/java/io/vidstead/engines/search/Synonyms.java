package io.vidstead.engines.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that mean the same, a line each: {@code tv, television, telly}. Asked for one that is a single word, the others are
 * found too; those of several words as phrases. Lines that begin with # are remarks.
 */
final class Synonyms {

    static final Synonyms NONE = new Synonyms(Map.of());

    private final Map<String, List<String>> others;

    private Synonyms(Map<String, List<String>> others) {
        this.others = Map.copyOf(others);
    }

    static Synonyms read(Path file, Analyzers analyzers) throws IOException {
        Map<String, List<String>> others = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> alike = List.of(line.strip().split("\\s*,\\s*"));
            for (String one : alike) {
                List<Analyzers.Term> terms = analyzers.terms(analyzers.plain(), one);
                if (terms.size() == 1) {
                    List<String> found = others.computeIfAbsent(terms.getFirst().text(), _ -> new ArrayList<>());
                    alike.stream().filter(other -> !other.equals(one)).forEach(found::add);
                }
            }
        }
        return new Synonyms(others);
    }

    /** @param word plain */
    List<String> of(String word) {
        return others.getOrDefault(word, List.of());
    }
}
