package io.vidstead.bench;

import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.LadderProfile;
import io.vidstead.outside.Clips;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Person;
import io.vidstead.outside.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Time from a video's last byte to its first playable segment, and from there to the whole ladder, which one bare ffmpeg process
 * encodes in turn with the same rungs and settings.
 */
final class PublishBench {

    private static final int SECONDS = 20;
    private static final String PRESET = "superfast";

    /** A quick line of today. Over none at all, the few megabytes of a clip have come before any program can be asked about them. */
    private static final long LINE = 200_000_000 / 8;

    private static final Duration PLAY_LIMIT = Duration.ofSeconds(60);
    private static final Duration LADDER_LIMIT = Duration.ofMinutes(3);

    private final Path repository;
    private final int rounds;

    PublishBench(Path repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "publish",
                "From the last uploaded byte to a playlist that lists a rendition whose first segment comes, sent as fast"
                        + " as the server takes it unless a line is named; and to"
                        + " the full fixed ladder, against one bare ffmpeg process that encodes the same rungs with the"
                        + " same settings, in alternation. Clips are drawn by ffmpeg with sound in AAC; sizes are of"
                        + " the files. PeerTube's figures are of 7.2.3 on such a machine with a 20 s 1080p clip.",
                "what",
                "median",
                "lowest–highest",
                "runs",
                "target",
                "PeerTube");
        Path data = Folders.temporary("publish");
        Path clips = Folders.temporary("clips");
        try (Site site =
                        Site.start(repository, data, "--processing.preset", PRESET, "--processing.per-title", "false");
                Person person = Person.named(site.address(), "bench")) {
            Clips drawn = Clips.drawnBy(repository.resolve("run/tools"), clips);
            Path clip = drawn.draw("1920x1080", SECONDS);
            warmUp(person, drawn);
            firstPlay(report, person, "20 s 1080p, index in front, at 200 Mb/s", clip, LINE, "≤ 0.1 s", "18.6 s");
            firstPlay(report, person, "20 s 1080p, index in front", clip, "≤ 1 s", "18.6 s");
            firstPlay(report, person, "20 s 1080p", drawn.indexBehind(clip), "≤ 1 s", "18.6 s");
            firstPlay(report, person, "10 min 1080p", drawn.indexBehind(drawn.repeat(clip, 30)), "≤ 1 s", "");
            Path thin = drawn.draw("640x360", 60, Clips.Coding.THIN_H264);
            firstPlay(report, person, "2 h 360p", drawn.indexBehind(drawn.repeat(thin, 120)), "≤ 1 s", "");
            Path hevc = drawn.repeat(drawn.draw("1920x1080", SECONDS, Clips.Coding.HEVC), 30);
            firstPlay(report, person, "10 min 1080p HEVC, which is encoded first", hevc, "≤ 5 s", "");
            ladder(report, person, clip, plan(clip), drawn.ffmpeg(), clips);
        } finally {
            Folders.remove(clips);
            Folders.remove(data);
        }
        return report;
    }

    /** The first video of a new server also pays for class loading and the unpacking of ffmpeg. */
    private void warmUp(Person person, Clips drawn) throws IOException, InterruptedException {
        Path small = drawn.draw("426x240", 2);
        for (int round = 0; round < rounds; round++) {
            person.awaitDone(person.upload(small, "warm-up").videoId(), LADDER_LIMIT);
        }
    }

    private void firstPlay(Report report, Person person, String what, Path file, String target, String peerTube)
            throws IOException, InterruptedException {
        firstPlay(report, person, what, file, Long.MAX_VALUE, target, peerTube);
    }

    private void firstPlay(
            Report report, Person person, String what, Path file, long bytesPerSecond, String target, String peerTube)
            throws IOException, InterruptedException {
        Samples play = new Samples();
        for (int round = 0; round < rounds; round++) {
            Person.Sent sent = person.upload(file, what + ", round " + round, bytesPerSecond);
            person.awaitPlayable(sent.videoId(), PLAY_LIMIT);
            play.add(secondsSince(sent.lastByteNanos()));
            person.delete(sent.videoId());
        }
        String size = String.format(Locale.ROOT, " (%,d MB)", Files.size(file) / 1_000_000);
        seconds(report, "first play, " + what + size, play, target, peerTube);
    }

    private LadderPlan plan(Path clip) throws IOException {
        try (Engine engine = Engine.open(repository)) {
            return Ladder.fixed(engine.probe(clip), LadderProfile.balanced(PRESET));
        }
    }

    private void ladder(Report report, Person person, Path clip, LadderPlan plan, Path ffmpeg, Path folder)
            throws IOException, InterruptedException {
        Samples whole = new Samples();
        Samples wholeCpu = new Samples();
        Samples bare = new Samples();
        Samples bareCpu = new Samples();
        for (int round = 0; round < rounds; round++) {
            Duration before = BusyTime.now();
            Person.Sent sent = person.upload(clip, "Twenty seconds, round " + round);
            person.awaitDone(sent.videoId(), LADDER_LIMIT);
            whole.add(secondsSince(sent.lastByteNanos()));
            wholeCpu.add(BusyTime.since(before));
            Duration beforeBare = BusyTime.now();
            long begun = System.nanoTime();
            Programs.run(LADDER_LIMIT, BareLadder.command(ffmpeg, clip, plan, folder));
            bare.add(secondsSince(begun));
            bareCpu.add(BusyTime.since(beforeBare));
        }
        int rungs = plan.rungs().size();
        seconds(report, "all " + rungs + " rungs, pictures and all, of 20 s 1080p", whole, "", "39.4 s");
        seconds(report, "bare ffmpeg, the same rungs", bare, "", "");
        ratio(report, "the same ÷ bare ffmpeg, time", whole, bare, "≤ 1.1");
        ratio(report, "the same ÷ bare ffmpeg, CPU of the machine", wholeCpu, bareCpu, "≤ 1.1");
        report.row(
                "CPU seconds a second of video",
                Report.number(wholeCpu.median() / SECONDS, 2),
                "",
                Integer.toString(rounds),
                "",
                "about 3");
    }

    private static void ratio(Report report, String what, Samples ours, Samples theirs, String target) {
        report.row(
                what,
                Report.number(ours.median() / theirs.median(), 2),
                "",
                Integer.toString(ours.count()),
                target,
                "");
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static void seconds(Report report, String what, Samples samples, String target, String peerTube) {
        report.row(
                what,
                Report.number(samples.median(), 2) + " s",
                samples.spread(2),
                Integer.toString(samples.count()),
                target,
                peerTube);
    }
}
