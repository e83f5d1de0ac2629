package io.vidstead.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Runs the benches that were named, or all of them, and writes each one's table to bench/results. */
public final class Bench {

    private static final List<String> ALL = List.of(
            "start",
            "api",
            "community",
            "publish",
            "encode",
            "workers",
            "per-title",
            "delivery",
            "search",
            "recommend",
            "home",
            "fuzz");

    /** What {@code media} stands for. */
    private static final List<String> MEDIA = List.of("publish", "encode", "per-title", "workers", "delivery");

    private static final int ROUNDS = 3;

    private Bench() {}

    /** @param arguments names of benches, and {@code --rounds N}: how often each thing is measured, 3 times unless told otherwise */
    public static void main(String[] arguments) throws Exception {
        Path repository = Path.of(System.getProperty("vidstead.root", ".")).toAbsolutePath();
        List<String> names = new ArrayList<>();
        int rounds = ROUNDS;
        for (Iterator<String> given = List.of(arguments).iterator(); given.hasNext(); ) {
            String argument = given.next();
            if (argument.equals("--rounds") && given.hasNext()) {
                rounds = Integer.parseInt(given.next());
            } else {
                names.addAll(argument.equals("media") ? MEDIA : List.of(argument));
            }
        }
        for (String name : names.isEmpty() ? ALL : names) {
            Report report = bench(name, repository, rounds);
            System.out.println(report.text());
            report.write(repository.resolve("bench/results"));
        }
    }

    private static Report bench(String name, Path repository, int rounds) throws Exception {
        return switch (name) {
            case "start" -> new StartBench(repository, rounds).run();
            case "api" -> new ApiBench(repository, rounds).run();
            case "community" -> new CommunityBench(repository, rounds).run();
            case "publish" -> new PublishBench(repository, rounds).run();
            case "per-title" -> new PerTitleBench(repository).run();
            case "encode" -> new EncodeBench(repository, rounds).run();
            case "workers" -> new WorkersBench(repository, rounds).run();
            case "delivery" -> new DeliveryBench(repository, rounds).run();
            case "search" -> new SearchBench(repository).run();
            case "recommend" -> new RecommendBench(repository).run();
            case "home" -> new HomeBench(repository).run();
            case "fuzz" -> new FuzzBench(repository).run();
            default ->
                throw new IllegalArgumentException(
                        "no bench \"" + name + "\"; there are " + ALL + ", and media for " + MEDIA);
        };
    }
}
