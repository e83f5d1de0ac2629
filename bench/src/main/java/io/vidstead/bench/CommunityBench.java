package io.vidstead.bench;

import io.vidstead.outside.Clips;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Comments under load, what it takes to bring one to a thousand open pages, and what a page that is only open costs. */
final class CommunityBench {

    private static final int COMMENTS = 1_000;
    private static final int WARM_UP_COMMENTS = 300;
    private static final int CONNECTIONS = 32;
    private static final int VIEWERS = 1_000;
    private static final int HEARD = 20;
    private static final int IDLE = 15_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration HEAR_LIMIT = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(5);

    private final Path repository;
    private final int rounds;

    CommunityBench(Path repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "community",
                "Comments by one person after another's answer; lists by wrk with %d connections; sockets from one"
                                .formatted(CONNECTIONS)
                        + " process, which shares the cores. PeerTube's figures are of 7.2.3 on such a machine, a list of"
                        + " 15.",
                "what",
                "median",
                "lowest–highest",
                "runs",
                "target",
                "PeerTube");
        Path data = Folders.temporary("community");
        try (Site site = Site.start(
                        repository,
                        data,
                        "--comments.per-minute",
                        "100000",
                        "--comments.hold-at",
                        "101",
                        "--comments.reject-at",
                        "101",
                        "--realtime.max-sockets",
                        "16000",
                        "--realtime.max-sockets-per-address",
                        "16000");
                Person person = Person.named(site.address(), "bench")) {
            Path clip = Clips.drawnBy(repository.resolve("run/tools"), data).draw("426x240", 2);
            String video = person.upload(clip, "Much talked about").videoId();
            person.awaitDone(video, Duration.ofMinutes(1));
            posts(report, person, video);
            lists(report, site, video);
            fanOut(report, site, person, video);
            idle(report, site);
        } finally {
            Folders.remove(data);
        }
        return report;
    }

    private void posts(Report report, Person person, String video) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP_COMMENTS; i++) {
            comment(person, video, "To begin with, thought " + i);
        }
        Samples tails = new Samples();
        for (int round = 0; round < rounds; round++) {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < COMMENTS; i++) {
                long begun = System.nanoTime();
                comment(person, video, "Round " + round + ", thought " + i);
                times.add(System.nanoTime() - begun);
            }
            tails.add(p99(times));
        }
        milliseconds(report, "post a comment, p99", tails, "< 50 ms", "");
    }

    private void lists(Report report, Site site, String video) throws IOException, InterruptedException {
        var wrk = Wrk.find();
        if (wrk.isEmpty()) {
            report.remark("Lists are not measured: wrk is not installed (Debian: apt-get install wrk).");
            return;
        }
        URI address = site.address().resolve("/api/v1/videos/" + video + "/comments?limit=20");
        Load load = Load.of(wrk.get(), site.processes(), address, CONNECTIONS);
        load.warmUp(WARM_UP);
        for (int round = 0; round < rounds; round++) {
            load.round(ROUND);
        }
        report.row(
                "list of 20 comments, requests a second",
                Report.number(load.rate().median(), 0),
                load.rate().spread(0),
                Integer.toString(rounds),
                "≥ 2,000",
                "247");
        milliseconds(report, "list of 20 comments, p99", load.tail(), "< 20 ms", "371 ms");
    }

    private static void fanOut(Report report, Site site, Person person, String video)
            throws IOException, InterruptedException {
        try (SocketCrowd crowd = new SocketCrowd(site.address())) {
            for (int i = 0; i < VIEWERS; i++) {
                crowd.open();
            }
            crowd.say("{\"type\":\"subscribe\",\"channel\":\"video:" + video + "\"}");
            crowd.hear("\"subscribed\"", System.nanoTime() + HEAR_LIMIT.toNanos());
            Samples tails = new Samples();
            for (int i = 0; i < HEARD; i++) {
                String text = "Heard by all, number " + i + ".";
                long begun = System.nanoTime();
                var posted = CompletableFuture.runAsync(() -> commentUnchecked(person, video, text));
                List<Long> heard = crowd.hear(text, begun + HEAR_LIMIT.toNanos());
                posted.join();
                if (heard.size() < VIEWERS) {
                    throw new IOException("only " + heard.size() + " of " + VIEWERS + " heard of a comment");
                }
                tails.add(p99(heard.stream().map(time -> time - begun).toList()));
            }
            milliseconds(
                    report, "from the request to %,d open pages, p99".formatted(VIEWERS), tails, "≤ 200 ms", "none");
        }
    }

    private static void idle(Report report, Site site) throws IOException, InterruptedException {
        try (SocketCrowd crowd = new SocketCrowd(site.address())) {
            Thread.sleep(REST);
            long before = site.processes().ownMemory();
            for (int i = 0; i < IDLE; i++) {
                crowd.open();
            }
            Thread.sleep(REST);
            double each = (double) (site.processes().ownMemory() - before) / IDLE;
            report.row(
                    "memory of each of %,d idle sockets (PSS, not the kernel's)".formatted(IDLE),
                    Report.number(each / 1024, 1) + " KB",
                    "",
                    "1",
                    "≤ 12 KB",
                    "");
        }
    }

    private static void comment(Person person, String video, String text) throws IOException, InterruptedException {
        person.post("/api/v1/videos/" + video + "/comments", Map.of("content", text), 201);
    }

    private static void commentUnchecked(Person person, String video, String text) {
        try {
            comment(person, video, text);
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** Milliseconds within which 99 of 100 were done. */
    private static double p99(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e6;
    }

    private static void milliseconds(Report report, String what, Samples samples, String target, String peerTube) {
        report.row(
                what,
                Report.number(samples.median(), 1) + " ms",
                samples.spread(1),
                Integer.toString(samples.count()),
                target,
                peerTube);
    }
}
