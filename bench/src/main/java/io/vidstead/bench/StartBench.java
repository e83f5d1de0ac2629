package io.vidstead.bench;

import io.vidstead.outside.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** How long a built server takes from {@code ./vidstead run} to its first page, and what it weighs when idle. */
final class StartBench {

    private static final Duration REST = Duration.ofSeconds(20);

    private final Path repository;
    private final int rounds;

    StartBench(Path repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "start",
                "From `./vidstead run` of a built server to the first page, and the memory of all its processes"
                        + " (PSS) after " + REST.toSeconds() + " s of rest.",
                "what",
                "median",
                "lowest–highest",
                "runs",
                "target");
        Samples first = new Samples();
        Samples later = new Samples();
        Samples memory = new Samples();
        for (int round = 0; round < rounds; round++) {
            Path data = Folders.temporary("start");
            try {
                first.add(start(data, Duration.ZERO, memory));
                later.add(start(data, round < 2 ? REST : Duration.ZERO, memory));
            } finally {
                Folders.remove(data);
            }
        }
        seconds(report, "first start, empty data folder", first, "");
        seconds(report, "start on an existing data folder", later, "≤ 4 s");
        report.row(
                "memory at idle, all processes",
                Report.number(memory.median(), 0) + " MB",
                memory.spread(0),
                Integer.toString(memory.count()),
                "≤ 450 MB");
        return report;
    }

    private double start(Path data, Duration rest, Samples memory) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Site site = Site.start(repository, data)) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (rest.isPositive()) {
                Thread.sleep(rest);
                memory.add(site.processes().memory() / 1e6);
            }
            return seconds;
        }
    }

    private static void seconds(Report report, String what, Samples samples, String target) {
        report.row(
                what,
                Report.number(samples.median(), 2) + " s",
                samples.spread(2),
                Integer.toString(samples.count()),
                target);
    }
}
