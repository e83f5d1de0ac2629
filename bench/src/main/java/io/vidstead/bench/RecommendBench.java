package io.vidstead.bench;

import io.vidstead.ranking.Basket;
import io.vidstead.ranking.Blend;
import io.vidstead.ranking.Ease;
import io.vidstead.ranking.ImplicitAls;
import io.vidstead.ranking.Interactions;
import io.vidstead.ranking.ItemNeighbours;
import io.vidstead.ranking.Measures;
import io.vidstead.ranking.Popularity;
import io.vidstead.ranking.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Models of taste on MovieLens small by the strong generalisation of Liang et al. (WWW 2018): a tenth of the people is for the
 * test, a tenth for choosing each model's options, the rest for training; a model is told four fifths of what a person likes
 * and must find the rest. Five times, with other people each time.
 */
final class RecommendBench {

    private static final int SEEDS = 5;
    /** Who likes fewer films leaves nothing to be found. */
    private static final int LEAST = 5;

    private final Path repository;
    private final Report report = new Report(
            "recommend",
            "MovieLens small, implicit at 4 stars or more, strong generalisation: a tenth of the people for the test, a"
                    + " tenth to choose each model's options, 80/20 fold-in, mean of five seeds.",
            "model",
            "Recall@20",
            "Recall@50",
            "NDCG@100",
            "± (seeds)",
            "coverage@20",
            "novelty@20 bits",
            "training s",
            "model MB");

    RecommendBench(Path repository) {
        this.repository = repository;
    }

    /** The people of one seed. */
    private record Split(
            Interactions liked,
            Interactions weak,
            Interactions kinds,
            List<Measures.Case> validation,
            List<Measures.Case> test) {}

    /** A way to train, with its options in it. */
    private interface Trainer {
        Recommender train(Split split);
    }

    private record Figures(Measures measures, double seconds, double megabytes) {}

    Report run() throws IOException {
        Path folder = Path.of(
                System.getenv()
                        .getOrDefault(
                                "VIDSTEAD_SHARED",
                                repository.resolve("../shared").toString()),
                "data",
                "ml-latest-small");
        if (!Files.exists(folder.resolve("ratings.csv"))) {
            report.remark(
                    "Left out: MovieLens small is not in data/ml-latest-small of the folder that VIDSTEAD_SHARED names.");
            return report;
        }
        RatedFilms films = RatedFilms.read(folder);
        List<Split> splits = IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> split(films, seed))
                .toList();
        Map<String, Double> ndcg = new LinkedHashMap<>();
        models().forEach((name, trainers) -> ndcg.put(name, measure(name, trainers, splits)));
        double popular = ndcg.getOrDefault("popularity", 1.0);
        double ease = ndcg.getOrDefault("EASE", 1.0);
        double ours = ndcg.getOrDefault("ours", 0.0);
        report.remark("Ours against EASE in NDCG@100: " + Report.number(ours / ease, 3)
                + " (target ≥ 1); against popularity: "
                + Report.number(ours / popular, 2) + " (target ≥ 2). EASE against popularity: "
                + Report.number(ease / popular, 2) + ".");
        report.remark(
                "%,d people, %,d films, %,d likes. Data: F. M. Harper and J. A. Konstan, The MovieLens Datasets, ACM TiiS 5(4), 2015."
                        .formatted(
                                films.people().size(),
                                films.films(),
                                films.people().stream()
                                        .mapToInt(person -> person.liked().size())
                                        .sum()));
        return report;
    }

    private static Map<String, List<Trainer>> models() {
        Map<String, List<Trainer>> models = new LinkedHashMap<>();
        models.put("popularity", List.of(split -> Popularity.train(split.liked())));
        List<Trainer> neighbours = new ArrayList<>();
        for (int count : new int[] {50, 200}) {
            for (double shrinkage : new double[] {5, 20}) {
                neighbours.add(split -> ItemNeighbours.train(split.liked(), count, shrinkage));
            }
        }
        models.put("item-kNN", neighbours);
        List<Trainer> ease = new ArrayList<>();
        for (double lambda : new double[] {50, 100, 200, 400}) {
            ease.add(split -> Ease.train(split.liked(), Ease.Options.plain(lambda)));
        }
        models.put("EASE", ease);
        List<Trainer> als = new ArrayList<>();
        als.add(split -> als(split.liked(), 32, 4));
        als.add(split -> als(split.liked(), 32, 10));
        als.add(split -> als(split.liked(), 64, 4));
        models.put("iALS", als);
        models.put("ours", ours());
        return models;
    }

    /** EASE with dropout, that also learns from weak signals and from what films are, beside factors. */
    private static List<Trainer> ours() {
        List<Trainer> ours = new ArrayList<>();
        for (double lambda : new double[] {100, 200}) {
            for (double share : new double[] {0, 0.4}) {
                ours.add(split -> {
                    Recommender shallow = Ease.train(split.kinds(), new Ease.Options(lambda, 0.5));
                    return share == 0
                            ? shallow
                            : new Blend(List.of(
                                    new Blend.Part(shallow, 1), new Blend.Part(als(split.weak(), 32, 10), share)));
                });
            }
        }
        return ours;
    }

    private static Recommender als(Interactions interactions, int factors, double alpha) {
        return ImplicitAls.train(interactions, new ImplicitAls.Options(factors, 10, alpha, 12), new Random(7));
    }

    /** One row: each seed with the options that were best for it on other people than those of the test. */
    private double measure(String name, List<Trainer> trainers, List<Split> splits) {
        List<Figures> all = new ArrayList<>();
        for (Split split : splits) {
            Trainer best = trainers.getFirst();
            double highest = -1;
            for (Trainer trainer : trainers.size() == 1 ? List.<Trainer>of() : trainers) {
                double reached = Measures.of(trainer.train(split), split.validation(), split.liked())
                        .ndcg100();
                if (reached > highest) {
                    highest = reached;
                    best = trainer;
                }
            }
            all.add(figures(best, split));
        }
        double ndcg = mean(all, figures -> figures.measures().ndcg100());
        double deviation = Math.sqrt(all.stream()
                .mapToDouble(figures -> Math.pow(figures.measures().ndcg100() - ndcg, 2))
                .average()
                .orElse(0));
        report.row(
                name,
                Report.number(mean(all, figures -> figures.measures().recall20()), 4),
                Report.number(mean(all, figures -> figures.measures().recall50()), 4),
                Report.number(ndcg, 4),
                Report.number(deviation, 4),
                Report.number(100 * mean(all, figures -> figures.measures().coverage()), 1) + " %",
                Report.number(mean(all, figures -> figures.measures().novelty()), 2),
                Report.number(mean(all, Figures::seconds), 2),
                Report.number(mean(all, Figures::megabytes), 1));
        return ndcg;
    }

    private static Figures figures(Trainer trainer, Split split) {
        double before = usedMegabytes();
        long begun = System.nanoTime();
        Recommender model = trainer.train(split);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double megabytes = Math.max(0, usedMegabytes() - before);
        return new Figures(Measures.of(model, split.test(), split.liked()), seconds, megabytes);
    }

    private static double usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static double mean(List<Figures> all, ToDoubleFunction<Figures> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }

    private static Split split(RatedFilms films, int seed) {
        Random random = new Random(seed);
        List<RatedFilms.Person> people = new ArrayList<>(films.people());
        Collections.shuffle(people, random);
        int tenth = people.size() / 10;
        List<Measures.Case> test = cases(people.subList(0, tenth), random);
        List<Measures.Case> validation = cases(people.subList(tenth, 2 * tenth), random);
        List<RatedFilms.Person> rest = people.subList(2 * tenth, people.size());
        Interactions weak =
                Interactions.of(rest.stream().map(RatedFilms.Person::all).toList(), films.films());
        return new Split(
                Interactions.of(rest.stream().map(RatedFilms.Person::liked).toList(), films.films()),
                weak,
                weak.with(films.kinds()),
                validation,
                test);
    }

    private static List<Measures.Case> cases(List<RatedFilms.Person> people, Random random) {
        List<Measures.Case> cases = new ArrayList<>();
        for (RatedFilms.Person person : people) {
            if (person.liked().size() >= LEAST) {
                List<Integer> items = new ArrayList<>();
                for (int item : person.liked().items()) {
                    items.add(item);
                }
                Collections.shuffle(items, random);
                int held = Math.round(items.size() * 0.2f);
                Set<Integer> hidden = new HashSet<>(items.subList(0, held));
                int[] told =
                        items.stream().skip(held).mapToInt(Integer::intValue).toArray();
                cases.add(new Measures.Case(Basket.of(told), hidden));
            }
        }
        return cases;
    }
}
