package io.vidstead.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the benches that were named, or all of them, and writes each one's table to bench/results. */
public final class Bench {

    private static final List<String> ALL =
            List.of("start", "api", "community", "publish", "encode", "workers", "per-title", "delivery", "fuzz");

    /** What {@code media} stands for. */
    private static final List<String> MEDIA = List.of("publish", "encode", "workers", "per-title", "delivery");

    private Bench() {}

    public static void main(String[] names) throws Exception {
        Path repository = Path.of(System.getProperty("vidstead.root", ".")).toAbsolutePath();
        List<String> wanted = names.length == 0
                ? ALL
                : Stream.of(names)
                        .flatMap(name -> name.equals("media") ? MEDIA.stream() : Stream.of(name))
                        .toList();
        for (String name : wanted) {
            Report report = switch (name) {
                case "start" -> new StartBench(repository).run();
                case "api" -> new ApiBench(repository).run();
                case "community" -> new CommunityBench(repository).run();
                case "publish" -> new PublishBench(repository).run();
                case "per-title" -> new PerTitleBench(repository).run();
                case "encode" -> new EncodeBench(repository).run();
                case "workers" -> new WorkersBench(repository).run();
                case "delivery" -> new DeliveryBench(repository).run();
                case "fuzz" -> new FuzzBench(repository).run();
                default ->
                    throw new IllegalArgumentException(
                            "no bench \"" + name + "\"; there are " + ALL + ", and media for " + MEDIA);
            };
            System.out.println(report.text());
            report.write(repository.resolve("bench/results"));
        }
    }
}
