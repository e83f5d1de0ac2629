package io.vidstead.bench;

import io.vidstead.outside.Clips;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Encoding by workers: one process or two on the same cores, through a server that encodes nothing itself. What the second
 * costs is what dividing the work costs.
 */
final class WorkersBench {

    private static final String SIZE = "854x480";
    private static final int CLIP_SECONDS = 20;
    private static final int TIMES = 6; // 2 minutes: four pieces of 30 s
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Path repository;
    private final int rounds;

    WorkersBench(Path repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "workers",
                "The ladder of 2 minutes of 480p in pieces of 30 s, from the last uploaded byte until nothing is left to"
                        + " do, by one worker process and by two on the same cores, in alternation. The server encodes"
                        + " nothing. A worker's memory is that of its JVM (PSS), the highest seen, without ffmpeg's.",
                "what",
                "median",
                "lowest–highest",
                "runs",
                "target");
        Path data = Folders.temporary("workers");
        int database = Site.freePort();
        try (Site site = Site.start(
                        repository,
                        data,
                        "--database.port",
                        Integer.toString(database),
                        "--processing.workers",
                        "0",
                        "--processing.chunk",
                        "30s",
                        "--processing.per-title",
                        "false");
                Person person = Person.named(site.address(), "bench")) {
            Clips drawn = Clips.drawnBy(repository.resolve("run/tools"), data);
            Path some = drawn.draw(SIZE, CLIP_SECONDS);
            Path clip = drawn.repeat(some, TIMES);
            Samples one = new Samples();
            Samples two = new Samples();
            Samples memory = new Samples();
            Crew crew = new Crew(site, person, database, drawn.ffmpeg());
            crew.encode(1, some, new Samples(), new Samples()); // the server's classes are loaded
            for (int round = 0; round < rounds; round++) {
                crew.encode(1, clip, one, memory);
                crew.encode(2, clip, two, memory);
            }
            seconds(report, "one worker process", one);
            seconds(report, "two worker processes", two);
            report.row(
                    "two ÷ one", Report.number(two.median() / one.median(), 2), "", Integer.toString(rounds), "≤ 1.05");
            report.row(
                    "memory of a worker beside ffmpeg's",
                    Report.number(memory.median(), 0) + " MB",
                    memory.spread(0),
                    Integer.toString(memory.count()),
                    "≤ 300 MB");
        } finally {
            Folders.remove(data);
        }
        return report;
    }

    /** Starts workers for a server; {@code database} is its port. */
    private final class Crew {

        private final Site site;
        private final Person person;
        private final int database;
        private final Path ffmpeg;

        Crew(Site site, Person person, int database, Path ffmpeg) {
            this.site = site;
            this.person = person;
            this.database = database;
            this.ffmpeg = ffmpeg;
        }

        void encode(int count, Path clip, Samples seconds, Samples memory) throws IOException, InterruptedException {
            List<Site> workers = new ArrayList<>();
            List<Path> folders = new ArrayList<>();
            try {
                for (int i = 0; i < count; i++) {
                    Path folder = Folders.temporary("worker");
                    folders.add(folder);
                    workers.add(worker(folder));
                }
                Person.Sent sent = person.upload(clip, count + " at work");
                try (Peaks peaks = Peaks.of(workers)) {
                    person.awaitDone(sent.videoId(), LIMIT);
                    seconds.add((System.nanoTime() - sent.lastByteNanos()) / 1e9);
                    peaks.addTo(memory);
                }
                person.delete(sent.videoId());
            } finally {
                for (Site worker : workers) {
                    worker.close();
                }
                for (Path folder : folders) {
                    Folders.remove(folder);
                }
            }
        }

        private Site worker(Path folder) throws IOException, InterruptedException {
            return Site.startWorker(
                    repository,
                    folder,
                    "--roles",
                    "worker",
                    "--objects.url",
                    site.address().toString(),
                    "--database.url",
                    "jdbc:postgresql://127.0.0.1:" + database + "/vidstead",
                    "--database.username",
                    "vidstead",
                    "--database.password",
                    Files.readString(site.data().resolve("database/password")),
                    "--media.ffmpeg",
                    ffmpeg.toString());
        }
    }

    private static void seconds(Report report, String what, Samples samples) {
        report.row(
                what,
                Report.number(samples.median(), 2) + " s",
                samples.spread(2),
                Integer.toString(samples.count()),
                "");
    }

    /** The highest memory seen of each worker, looked at a few times a second. */
    private record Peaks(long[] bytes, Thread looking) implements AutoCloseable {

        static Peaks of(List<Site> workers) {
            long[] bytes = new long[workers.size()];
            Thread looking = Thread.startVirtualThread(() -> look(workers, bytes));
            return new Peaks(bytes, looking);
        }

        private static void look(List<Site> workers, long[] bytes) {
            try {
                while (true) {
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = Math.max(bytes[i], workers.get(i).processes().ownMemory());
                    }
                    Thread.sleep(LOOK);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        void addTo(Samples samples) throws InterruptedException {
            close();
            for (long each : bytes) {
                samples.add(each / 1e6);
            }
        }

        @Override
        public void close() throws InterruptedException {
            looking.interrupt();
            looking.join();
        }
    }
}
