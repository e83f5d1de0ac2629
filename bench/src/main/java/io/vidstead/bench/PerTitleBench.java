package io.vidstead.bench;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderEncoder;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.LadderProfile;
import io.vidstead.media.encode.PerTitle;
import io.vidstead.media.encode.Rendition;
import io.vidstead.media.encode.Rung;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What fitting the ladder to each video saves against the fixed ladder, and what it costs in SSIM: for every rung of the
 * fixed ladder, what a viewer of that size gets is compared with the source at that size.
 */
final class PerTitleBench {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int SECONDS = 12;
    private static final Pattern SSIM = Pattern.compile("SSIM Y:([0-9.]+)");
    private static final LadderProfile PROFILE = LadderProfile.balanced("superfast");

    private final Path repository;
    private final Report report = new Report(
            "per-title",
            "%d s clips, profile balanced, superfast; SSIM of luma against the source at each rung's size."
                    .formatted(SECONDS),
            "clip",
            "fixed kB",
            "own kB",
            "saved",
            "foretold",
            "SSIM fixed",
            "SSIM own",
            "largest loss",
            "looking took s",
            "rungs (rate factor)");

    PerTitleBench(Path repository) {
        this.repository = repository;
    }

    Report run() throws IOException, InterruptedException {
        Path folder = Folders.temporary("per-title");
        FfmpegTools tools = FfmpegTools.packaged(repository.resolve("run/tools"));
        try (Sandbox sandbox = new Sandbox(tools, folder.resolve("scratch"))) {
            List<Sums> all = new ArrayList<>();
            for (var clip : clips(tools.ffmpeg(), folder).entrySet()) {
                all.add(compare(clip.getKey(), clip.getValue(), tools.ffmpeg(), sandbox, folder));
            }
            total(all);
        } finally {
            Folders.remove(folder);
        }
        return report;
    }

    private void total(List<Sums> all) {
        long fixed = all.stream().mapToLong(Sums::fixed).sum();
        long own = all.stream().mapToLong(Sums::own).sum();
        double before = all.stream().mapToDouble(Sums::fixedSsim).average().orElseThrow();
        double after = all.stream().mapToDouble(Sums::ownSsim).average().orElseThrow();
        report.row(
                "all",
                kilobytes(fixed),
                kilobytes(own),
                share(fixed, own),
                "",
                Report.number(before, 4),
                Report.number(after, 4),
                "",
                "",
                "");
        report.row("target", "", "", "≥ 25 %", "", "", "within 0.005", "", "", "");
    }

    /** Bytes of all rungs, and their mean SSIM. */
    private record Sums(long fixed, long own, double fixedSsim, double ownSsim) {}

    private Sums compare(String name, Path clip, Path ffmpeg, Sandbox sandbox, Path folder)
            throws IOException, InterruptedException {
        MediaInfo info = switch (new Prober(sandbox, ProbeLimits.DEFAULT).probe(clip)) {
            case ProbeResult.Accepted(var found) -> found;
            case ProbeResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
        LadderPlan fixed = Ladder.fixed(info, PROFILE);
        long begun = System.nanoTime();
        LadderPlan own = new PerTitle(sandbox).plan(clip, info, PROFILE, new Cancellation());
        double looking = (System.nanoTime() - begun) / 1e9;
        Map<String, Rendition> of = encode(clip, info, fixed, sandbox, folder.resolve("fixed"));
        Map<String, Rendition> to = encode(clip, info, own, sandbox, folder.resolve("own"));
        double fixedSum = 0;
        double ownSum = 0;
        double worst = 0;
        for (Rung rung : fixed.rungs()) {
            double before = ssim(ffmpeg, clip, require(of, rung.name()), rung);
            double after = ssim(ffmpeg, clip, require(to, seen(own, rung).name()), rung);
            fixedSum += before;
            ownSum += after;
            worst = Math.max(worst, before - after);
        }
        int rungs = fixed.rungs().size();
        long fixedBytes = bytes(of);
        long ownBytes = bytes(to);
        report.row(
                name,
                kilobytes(fixedBytes),
                kilobytes(ownBytes),
                share(fixedBytes, ownBytes),
                kilobytes(own.savedBytes()),
                Report.number(fixedSum / rungs, 4),
                Report.number(ownSum / rungs, 4),
                Report.number(worst, 4),
                Report.number(looking, 1),
                String.join(
                        " ",
                        own.rungs().stream()
                                .map(rung -> rung.name() + " (" + rung.crf() + ")")
                                .toList()));
        return new Sums(fixedBytes, ownBytes, fixedSum / rungs, ownSum / rungs);
    }

    /** What somebody gets who would have taken this rung: it, the next higher one, or the highest there is. */
    private static Rung seen(LadderPlan own, Rung wanted) {
        Optional<Rung> enough = own.rungs().stream()
                .filter(rung -> rung.shortSide() >= wanted.shortSide())
                .min(Comparator.comparingInt(Rung::shortSide));
        return enough.orElse(own.rungs().getFirst());
    }

    private static Map<String, Rendition> encode(
            Path clip, MediaInfo info, LadderPlan plan, Sandbox sandbox, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Rendition> made = new LinkedHashMap<>();
        new LadderEncoder(sandbox)
                .encode(
                        clip,
                        info,
                        plan.rungs(),
                        plan.preset(),
                        false,
                        folder,
                        Progress.Listener.NONE,
                        new Cancellation())
                .forEach(rendition -> made.put(rendition.name(), rendition));
        return made;
    }

    private static Path require(Map<String, Rendition> made, String name) {
        Rendition rendition = made.get(name);
        if (rendition == null) {
            throw new IllegalStateException("no rung " + name);
        }
        return rendition.file();
    }

    private static double ssim(Path ffmpeg, Path clip, Path shown, Rung size) throws IOException, InterruptedException {
        String scale = "fps=" + size.frameRate() + ",scale=" + size.width() + ":" + size.height()
                + ",format=yuv420p,setsar=1,settb=1/90000,setpts=PTS-STARTPTS";
        String said = Programs.run(
                LIMIT,
                List.of(
                        ffmpeg.toString(),
                        "-hide_banner",
                        "-nostats",
                        "-i",
                        clip.toString(),
                        "-i",
                        shown.toString(),
                        "-lavfi",
                        "[0:v]" + scale + "[a];[1:v]" + scale + "[b];[a][b]ssim",
                        "-f",
                        "null",
                        "-"));
        Matcher found = SSIM.matcher(said);
        if (!found.find()) {
            throw new IOException("no SSIM in " + said);
        }
        return Double.parseDouble(found.group(1));
    }

    private static long bytes(Map<String, Rendition> made) {
        return made.values().stream()
                .mapToLong(rendition -> {
                    try {
                        return Files.size(rendition.file());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .sum();
    }

    private static String kilobytes(long bytes) {
        return Report.number(bytes / 1000.0, 0);
    }

    private static String share(long fixed, long own) {
        return Report.number(100.0 * (fixed - own) / fixed, 0) + " %";
    }

    /** From easy to hard: two films of a camera that stands still, one of them enlarged, and four that are drawn. */
    private static Map<String, Path> clips(Path ffmpeg, Path folder) throws IOException, InterruptedException {
        Path shared = Path.of(System.getenv().getOrDefault("VIDSTEAD_SHARED", "../shared"), "data", "video");
        Map<String, Path> clips = new LinkedHashMap<>();
        Path road = shared.resolve("car-detection.mp4");
        if (Files.exists(road)) {
            clips.put("road", made(ffmpeg, folder, "road", "-i", road.toString(), "-c", "copy"));
            Path hall = shared.resolve("one-by-one-person-detection.mp4");
            clips.put("hall", made(ffmpeg, folder, "hall", "-i", hall.toString(), "-c", "copy"));
            clips.put("road enlarged", drawn(ffmpeg, folder, "soft", "-i", road.toString(), "-vf", "scale=1920:1080"));
        }
        clips.put(
                "slides",
                drawn(
                        ffmpeg,
                        folder,
                        "slides",
                        "-f",
                        "lavfi",
                        "-i",
                        "smptehdbars=s=1920x1080:r=30",
                        "-vf",
                        "drawgrid=w=40:h=24:t=1:c=black@0.5,drawbox=x=300+200*floor(t/4):y=400:w=300:h=300:color=blue:t=fill"));
        clips.put("shapes", drawn(ffmpeg, folder, "shapes", "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30"));
        clips.put(
                "fractal",
                drawn(
                        ffmpeg,
                        folder,
                        "fractal",
                        "-f",
                        "lavfi",
                        "-i",
                        "mandelbrot=s=1280x720:r=30:start_scale=0.5:end_scale=0.05:end_pts=400"));
        clips.put(
                "grain",
                drawn(
                        ffmpeg,
                        folder,
                        "grain",
                        "-f",
                        "lavfi",
                        "-i",
                        "gradients=s=1280x720:r=30:speed=0.02",
                        "-vf",
                        "noise=alls=12:allf=t"));
        return clips;
    }

    private static Path drawn(Path ffmpeg, Path folder, String name, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "12", "-pix_fmt", "yuv420p"));
        return made(ffmpeg, folder, name, all.toArray(String[]::new));
    }

    private static Path made(Path ffmpeg, Path folder, String name, String... arguments)
            throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".mp4");
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-an", "-t", Integer.toString(SECONDS), file.toString()));
        Programs.run(LIMIT, command);
        return file;
    }
}
