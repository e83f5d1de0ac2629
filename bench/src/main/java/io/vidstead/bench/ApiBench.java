package io.vidstead.bench;

import io.vidstead.outside.Clips;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Requests a second and CPU a request of the two reads that every page is made of. */
final class ApiBench {

    private static final int VIDEOS = 15;
    private static final int CONNECTIONS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(10);

    private static final String TARGET = "≥ 5,000 req/s, ≤ 0.2 ms CPU";

    private final Path repository;
    private final int rounds;

    ApiBench(Path repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "api",
                "wrk with %d connections, %d rounds of %d s each in turn, %d videos on the site."
                        .formatted(CONNECTIONS, rounds, ROUND.toSeconds(), VIDEOS),
                "request",
                "req/s (median)",
                "lowest–highest",
                "p99 ms",
                "server CPU ms a request",
                "target");
        var wrk = Wrk.find();
        if (wrk.isEmpty()) {
            report.remark("Not measured: wrk is not installed (Debian: apt-get install wrk).");
            return report;
        }
        Path data = Folders.temporary("api");
        Path clips = Folders.temporary("clips");
        try (Site site = Site.start(repository, data);
                Person person = Person.named(site.address(), "bench")) {
            String last = fill(person, clips);
            URI list = site.address().resolve("/api/v1/videos?limit=15");
            URI one = site.address().resolve("/api/v1/videos/" + last);
            measure(
                    report,
                    Load.of(wrk.get(), site.processes(), list, CONNECTIONS),
                    Load.of(wrk.get(), site.processes(), one, CONNECTIONS));
        } finally {
            Folders.remove(clips);
            Folders.remove(data);
        }
        return report;
    }

    private String fill(Person person, Path folder) throws IOException, InterruptedException {
        Path clip = Clips.drawnBy(repository.resolve("run/tools"), folder).draw("426x240", 2);
        String last = "";
        for (int i = 1; i <= VIDEOS; i++) {
            last = person.upload(clip, "A day in the life, part " + i).videoId();
            person.awaitDone(last, Duration.ofMinutes(1));
        }
        return last;
    }

    private void measure(Report report, Load list, Load one) throws IOException, InterruptedException {
        list.warmUp(WARM_UP);
        one.warmUp(WARM_UP);
        for (int round = 0; round < rounds; round++) {
            list.round(ROUND);
            one.round(ROUND);
        }
        list.report(report, "list of 15 videos", TARGET);
        one.report(report, "one video", TARGET);
    }
}
