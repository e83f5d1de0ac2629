package io.vidstead.bench;

import io.vidstead.ranking.Basket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MovieLens small as taste: a film is taken by whoever gave it 4 stars or more.
 *
 * @param people their films; {@code liked} and {@code all}, which has the films they gave less too, go by the same numbers
 * @param kinds a basket for each genre and each five years: the films of them
 */
record RatedFilms(List<Person> people, List<Basket> kinds, int films) {

    /** Below 4 stars somebody still chose to see it: that says less, but something. */
    static final double WEAK = 0.6;
    /** A genre counts like a person of twice the weight. */
    private static final double KIND = 2;

    private static final Pattern YEAR = Pattern.compile("\\((\\d{4})\\)\"?\\s*$");

    /** @param all the liked ones with weight 1, others with {@link #WEAK} */
    record Person(Basket liked, Basket all) {}

    static RatedFilms read(Path folder) throws IOException {
        List<String> ratings = Files.readAllLines(folder.resolve("ratings.csv"));
        TreeMap<Integer, Integer> numbers = new TreeMap<>();
        Map<Integer, TreeMap<Integer, Double>> people = new TreeMap<>();
        for (String line : ratings.subList(1, ratings.size())) {
            String[] cells = line.split(",");
            boolean liked = Double.parseDouble(cells[2]) >= 4;
            int film = Integer.parseInt(cells[1]);
            people.computeIfAbsent(Integer.parseInt(cells[0]), _ -> new TreeMap<>())
                    .put(film, liked ? 1 : WEAK);
            if (liked) {
                numbers.put(film, 0);
            }
        }
        int next = 0;
        for (Map.Entry<Integer, Integer> film : numbers.entrySet()) {
            film.setValue(next++);
        }
        List<Person> read = new ArrayList<>();
        for (TreeMap<Integer, Double> rated : people.values()) {
            TreeMap<Integer, Double> all = new TreeMap<>();
            rated.forEach((film, weight) -> {
                Integer number = numbers.get(film);
                if (number != null) {
                    all.put(number, weight);
                }
            });
            TreeMap<Integer, Double> liked = new TreeMap<>(all);
            liked.values().removeIf(weight -> weight < 1);
            if (!liked.isEmpty()) {
                read.add(new Person(basket(liked), basket(all)));
            }
        }
        return new RatedFilms(read, kinds(folder, numbers), numbers.size());
    }

    private static List<Basket> kinds(Path folder, Map<Integer, Integer> numbers) throws IOException {
        Map<String, TreeSet<Integer>> kinds = new HashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("movies.csv"));
        for (String line : lines.subList(1, lines.size())) {
            Integer number = numbers.get(Integer.parseInt(line.substring(0, line.indexOf(','))));
            if (number != null) {
                int genres = line.lastIndexOf(',');
                for (String genre : line.substring(genres + 1).split("\\|")) {
                    kinds.computeIfAbsent(genre, _ -> new TreeSet<>()).add(number);
                }
                Matcher year = YEAR.matcher(line.substring(0, genres));
                if (year.find()) {
                    kinds.computeIfAbsent("from " + Integer.parseInt(year.group(1)) / 5, _ -> new TreeSet<>())
                            .add(number);
                }
            }
        }
        return kinds.values().stream()
                .map(films -> {
                    TreeMap<Integer, Double> weighted = new TreeMap<>();
                    films.forEach(film -> weighted.put(film, KIND));
                    return basket(weighted);
                })
                .toList();
    }

    private static Basket basket(TreeMap<Integer, Double> weights) {
        return new Basket(
                weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
                weights.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
