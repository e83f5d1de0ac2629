package io.vidstead.bench;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.encode.Chunk;
import io.vidstead.media.encode.ChunkEncoder;
import io.vidstead.media.encode.ChunkJoiner;
import io.vidstead.media.encode.ChunkPlan;
import io.vidstead.media.encode.FrameGrid;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderEncoder;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.LadderProfile;
import io.vidstead.media.encode.Rendition;
import io.vidstead.media.encode.Rung;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.outside.Clips;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the media library takes for a ladder, with and without its sandbox, whole and in chunks, beside a bare ffmpeg process. */
final class EncodeBench {

    private static final String PRESET = "superfast";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration CHUNK = Duration.ofSeconds(30);
    private static final Pattern SSIM = Pattern.compile("All:([0-9.]+)");

    private final Path repository;
    private final int rounds;

    EncodeBench(Path repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "encode",
                "The media library alone, without a server, in alternation with what it is compared with. CPU is the"
                        + " machine's, which does nothing else.",
                "what",
                "median",
                "lowest–highest",
                "runs",
                "target");
        try (Engine engine = Engine.open(repository)) {
            Clips clips = new Clips(engine.tools().ffmpeg(), engine.folder());
            ladder(report, engine, clips.draw("1920x1080", 20));
            chunks(report, engine, clips.draw("1280x720", 120));
        }
        return report;
    }

    private void ladder(Report report, Engine engine, Path clip) throws IOException, InterruptedException {
        MediaInfo info = engine.probe(clip);
        LadderPlan plan = Ladder.fixed(info, LadderProfile.balanced(PRESET));
        Cost shutIn = new Cost();
        Cost open = new Cost();
        Cost bare = new Cost();
        Path out = Folders.temporary("ladder");
        try (Sandbox unprotected = new Sandbox(engine.tools(), engine.folder(), Set.of())) {
            for (int round = 0; round < rounds; round++) {
                shutIn.of(() -> encode(engine.sandbox(), clip, info, plan, out));
                open.of(() -> encode(unprotected, clip, info, plan, out));
                bare.of(() ->
                        Programs.run(LIMIT, BareLadder.command(engine.tools().ffmpeg(), clip, plan, out)));
            }
        } finally {
            Folders.remove(out);
        }
        String what = plan.rungs().size() + " rungs of 20 s 1080p";
        seconds(report, what, shutIn.wall, "");
        seconds(report, what + ", bare ffmpeg", bare.wall, "");
        ratio(report, "ladder ÷ bare ffmpeg, time", shutIn.wall, bare.wall, "≤ 1.1");
        ratio(report, "ladder ÷ bare ffmpeg, CPU", shutIn.cpu, bare.cpu, "≤ 1.1");
        ratio(report, "sandbox ÷ none, CPU", shutIn.cpu, open.cpu, "≤ 1.05");
        report.remark("The sandbox of this machine: " + engine.sandbox().protections() + ".");
    }

    private static List<Rendition> encode(Sandbox sandbox, Path clip, MediaInfo info, LadderPlan plan, Path out) {
        return new LadderEncoder(sandbox)
                .encode(clip, info, plan.rungs(), plan.preset(), true, out, Progress.Listener.NONE, new Cancellation());
    }

    private void chunks(Report report, Engine engine, Path clip) throws IOException, InterruptedException {
        MediaInfo info = engine.probe(clip);
        List<Rung> rungs = Ladder.fixed(info, LadderProfile.balanced(PRESET)).rungs();
        Cost whole = new Cost();
        Cost parts = new Cost();
        Path one = Folders.temporary("whole");
        Path many = Folders.temporary("chunks");
        try {
            LadderPlan plan = Ladder.fixed(info, LadderProfile.balanced(PRESET));
            for (int round = 0; round < rounds; round++) {
                whole.of(() -> encode(engine.sandbox(), clip, info, plan, one));
                parts.of(() -> encodeInChunks(engine.sandbox(), clip, info, rungs, many));
            }
            ratio(report, "2 min 720p in chunks of 30 s ÷ whole, CPU", parts.cpu, whole.cpu, "");
            double bytes = 0;
            double joined = 0;
            double worst = 0;
            for (Rung rung : rungs) {
                Path wholeFile = one.resolve(rung.name() + ".mp4");
                Path joinedFile = many.resolve(rung.name() + ".mp4");
                bytes += Files.size(wholeFile);
                joined += Files.size(joinedFile);
                double difference = ssim(engine, joinedFile, clip, rung) - ssim(engine, wholeFile, clip, rung);
                worst = Math.abs(difference) > Math.abs(worst) ? difference : worst;
            }
            report.row("chunks ÷ whole, bytes", Report.number(joined / bytes, 4), "", "1", "≤ 1.03");
            report.row(
                    "chunks − whole, SSIM of the rung that differs most", Report.number(worst, 5), "", "1", "± 0.002");
        } finally {
            Folders.remove(one);
            Folders.remove(many);
        }
    }

    private static void encodeInChunks(Sandbox sandbox, Path clip, MediaInfo info, List<Rung> rungs, Path out)
            throws IOException {
        FrameGrid grid = new FrameGrid(rungs.getFirst().frameRate());
        List<Chunk> plan = ChunkPlan.of(info, rungs.getFirst().frameRate(), CHUNK);
        List<List<Rendition>> made = new ArrayList<>();
        for (Chunk chunk : plan) {
            Path folder = Files.createDirectories(out.resolve("from-" + chunk.from()));
            made.add(new ChunkEncoder(sandbox)
                    .encode(clip, info, rungs, PRESET, chunk, folder, Progress.Listener.NONE, new Cancellation()));
        }
        for (int rung = 0; rung < rungs.size(); rung++) {
            List<ChunkJoiner.Part> parts = new ArrayList<>();
            for (int i = 0; i < plan.size(); i++) {
                Rendition part = made.get(i).get(rung);
                parts.add(new ChunkJoiner.Part(plan.get(i), part.index(), () -> Files.newInputStream(part.file())));
            }
            String name = rungs.get(rung).name();
            ChunkJoiner.join(name, grid, parts, out.resolve(name + ".mp4"));
        }
    }

    private static double ssim(Engine engine, Path made, Path original, Rung rung)
            throws IOException, InterruptedException {
        String graph = "[1:v]scale=%d:%d[o];[0:v][o]ssim".formatted(rung.width(), rung.height());
        String text = Programs.run(
                LIMIT,
                List.of(
                        engine.tools().ffmpeg().toString(),
                        "-hide_banner",
                        "-i",
                        made.toString(),
                        "-i",
                        original.toString(),
                        "-lavfi",
                        graph,
                        "-f",
                        "null",
                        "-"));
        Matcher found = SSIM.matcher(text);
        if (!found.find()) {
            throw new IOException("ffmpeg told no SSIM: " + text);
        }
        return Double.parseDouble(found.group(1));
    }

    /** Time and CPU of repeated work. */
    private static final class Cost {
        private final Samples wall = new Samples();
        private final Samples cpu = new Samples();

        void of(Work work) throws IOException, InterruptedException {
            Duration before = BusyTime.now();
            long begun = System.nanoTime();
            work.run();
            wall.add((System.nanoTime() - begun) / 1e9);
            cpu.add(BusyTime.since(before));
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void ratio(Report report, String what, Samples ours, Samples theirs, String target) {
        report.row(what, Report.number(ours.median() / theirs.median(), 2), "", Integer.toString(ours.count()), target);
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
