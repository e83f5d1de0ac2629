package io.vidstead.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/** The real set for tests: MovieLens small, where it is. */
final class MovieLens {

    private MovieLens() {}

    /** Who gave which of the most liked films 4 stars or more. The test is skipped where the set is absent. */
    static Interactions liked(int films) throws IOException {
        String shared = System.getenv("VIDSTEAD_SHARED");
        Path root = shared == null ? Path.of("..", "..", "shared") : Path.of(shared);
        Path file = root.resolve("data/ml-latest-small/ratings.csv");
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not there; VIDSTEAD_SHARED names its folder");
        Map<Integer, TreeSet<Integer>> byPerson = new TreeMap<>();
        Map<Integer, Integer> liked = new HashMap<>();
        for (String line : Files.readAllLines(file).subList(1, 100_837)) {
            String[] cells = line.split(",");
            if (Double.parseDouble(cells[2]) >= 4) {
                int film = Integer.parseInt(cells[1]);
                byPerson.computeIfAbsent(Integer.parseInt(cells[0]), _ -> new TreeSet<>())
                        .add(film);
                liked.merge(film, 1, Integer::sum);
            }
        }
        List<Integer> kept = liked.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(films)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<Basket> people = new ArrayList<>();
        byPerson.values()
                .forEach(taken -> people.add(Basket.of(taken.stream()
                        .mapToInt(kept::indexOf)
                        .filter(item -> item >= 0)
                        .toArray())));
        return Interactions.of(people, films);
    }
}
