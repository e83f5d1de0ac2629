package io.vidstead.bench;

import io.vidstead.outside.Clips;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Person;
import io.vidstead.outside.Playlist;
import io.vidstead.outside.Programs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of 1 MB of one rendition's file, from Vidstead and from nginx with sendfile in turn. */
final class DeliveryBench {

    private static final int CONNECTIONS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final Pattern FILE = Pattern.compile("#EXT-X-MAP:URI=\"([^\"]+)\"");

    private final Path repository;
    private final int rounds;

    DeliveryBench(Path repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "delivery",
                "wrk asks for 1 MB ranges over one rendition's file, %d connections, %d rounds of %d s in turn."
                        .formatted(CONNECTIONS, rounds, ROUND.toSeconds()),
                "server",
                "MB/s (median)",
                "lowest–highest",
                "p99 ms",
                "CPU ms a MB",
                "target");
        var wrk = Wrk.find();
        var nginx = Programs.find("nginx");
        if (wrk.isEmpty() || nginx.isEmpty()) {
            report.remark("Not measured: wrk and nginx are needed (Debian: apt-get install wrk nginx-light).");
            return report;
        }
        Path data = Folders.temporary("media");
        Path folder = Folders.temporary("nginx");
        try (Site site = Site.start(repository, data);
                Person person = Person.named(site.address(), "bench")) {
            URI file = publish(site, person, folder);
            Path copy = folder.resolve("media.mp4");
            download(file, copy);
            Path script = Files.writeString(folder.resolve("ranges.lua"), ranges(Files.size(copy)));
            try (Nginx server = Nginx.serve(nginx.get(), folder)) {
                ProcessTree other = new ProcessTree(server.process().toHandle());
                measure(
                        report,
                        Load.scripted(wrk.get(), site.processes(), file, CONNECTIONS, script),
                        Load.scripted(wrk.get(), other, server.address().resolve("/media.mp4"), CONNECTIONS, script));
            }
        } finally {
            Folders.remove(folder);
            Folders.remove(data);
        }
        return report;
    }

    private void measure(Report report, Load ours, Load theirs) throws IOException, InterruptedException {
        ours.warmUp(WARM_UP);
        theirs.warmUp(WARM_UP);
        for (int round = 0; round < rounds; round++) {
            ours.round(ROUND);
            theirs.round(ROUND);
        }
        ours.report(report, "Vidstead", "");
        theirs.report(report, "nginx, sendfile", "");
        report.row(
                "Vidstead ÷ nginx",
                Report.number(ours.rate().median() / theirs.rate().median(), 2),
                "",
                Report.number(ours.tail().median() / theirs.tail().median(), 2),
                Report.number(ours.cost().median() / theirs.cost().median(), 2),
                "CPU ≤ 1.3");
    }

    /** Publishes a clip and finds the file of its largest rendition. */
    private URI publish(Site site, Person person, Path folder) throws IOException, InterruptedException {
        Clips clips = Clips.drawnBy(repository.resolve("run/tools"), folder);
        Path clip = clips.repeat(clips.draw("1920x1080", 10), 6);
        String id = person.upload(clip, "A minute").videoId();
        person.awaitPlayable(id, Duration.ofMinutes(1));
        person.awaitDone(id, Duration.ofMinutes(5));
        URI master = site.address().resolve("/media/" + id + "/master.m3u8");
        URI largest = master;
        long size = 0;
        for (String entry : Playlist.entries(person.get(master).body())) {
            URI playlist = master.resolve(entry);
            Matcher file = FILE.matcher(person.get(playlist).body());
            if (file.find()) {
                URI candidate = playlist.resolve(file.group(1));
                long length = length(candidate);
                if (length > size) {
                    size = length;
                    largest = candidate;
                }
            }
        }
        return largest;
    }

    private static long length(URI file) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest head = HttpRequest.newBuilder(file).HEAD().build();
            return client.send(head, BodyHandlers.discarding())
                    .headers()
                    .firstValueAsLong("Content-Length")
                    .orElse(0);
        }
    }

    private static void download(URI file, Path to) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofFile(to));
        }
    }

    /** A script for wrk that walks over the file in steps of 1 MB. */
    private static String ranges(long size) {
        return """
                local blocks, block = math.floor(%d / 1048576), 0
                request = function()
                  block = (block + 7) %% blocks
                  return wrk.format("GET", nil, { Range = "bytes=" .. block * 1048576 .. "-" .. block * 1048576 + 1048575 })
                end
                """.formatted(size);
    }
}
