package io.vidstead.media.encode;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes short parts of a video at two sizes and two rate factors, quickest preset that is representative, and reads from
 * x264's own account what they cost and lose; beside that, compares a few frames with their smaller copies.
 */
final class ComplexityProbe {
    private static final Logger LOG = LoggerFactory.getLogger(ComplexityProbe.class);

    /** Larger trials would cost more than they tell. */
    private static final int LARGEST_TRIAL = 1080;

    private static final double SHARE_OF_LENGTH = 0.06;
    private static final double MOST_SECONDS = 4;
    private static final double LEAST_SECONDS = 0.8;
    private static final double THREE_PARTS_FROM_SECONDS = 60;

    /** Pixels a second of which {@link #MOST_SECONDS} may be decoded. */
    private static final double USUAL_PIXELS = 1920.0 * 1080 * 30;

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int FRAMES_COMPARED = 2;
    private static final double LEAST_LOSS = 1e-5;
    private static final double LEAST_BPS = 100;

    private static final Pattern CODED = Pattern.compile(
            "^\\[libx264 @ [^]]*] (?:.*\\n\\[libx264 @ [^]]*] )?SSIM Mean Y:([0-9.]+).*\\n\\[libx264 @ [^]]*] kb/s:([0-9.]+)",
            Pattern.MULTILINE);
    private static final Pattern ALIKE =
            Pattern.compile("^\\[Parsed_ssim_(\\d+) @ [^]]*] SSIM Y:([0-9.]+)", Pattern.MULTILINE);

    private final Sandbox sandbox;

    ComplexityProbe(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Absent where the video cannot be looked into; why is no matter, encoding it will tell. */
    Optional<Complexity> measure(Path input, MediaInfo info, List<Rung> rungs, Cancellation cancellation) {
        var trials = trials(rungs);
        int compared = (int) rungs.stream()
                .filter(rung -> rung.shortSide() > Ladder.first(rungs).shortSide())
                .count();
        List<Measured> parts = new ArrayList<>();
        double seconds = seconds(info);
        int count = info.seconds() < THREE_PARTS_FROM_SECONDS ? 2 : 3;
        for (int i = 1; i <= count; i++) {
            double at = info.seconds() * i / (count + 1) - seconds / count / 2;
            var graph = graph(info, rungs, trials, compared, seconds / count);
            var arguments = arguments(input, at, seconds / count, graph, trials, compared);
            part(input, arguments, trials.size(), compared, cancellation).ifPresent(parts::add);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(complexity(trials, compared, parts));
    }

    /** The smallest and the largest size to encode, or the one size there is. */
    private static List<Rung> trials(List<Rung> rungs) {
        var small = Ladder.first(rungs);
        return rungs.stream()
                .filter(rung -> rung.shortSide() <= LARGEST_TRIAL)
                .findFirst()
                .filter(large -> large.shortSide() > small.shortSide())
                .map(large -> List.of(small, large))
                .orElse(List.of(small));
    }

    private static double seconds(MediaInfo info) {
        var video = info.video();
        double pixels = (double) video.width()
                * video.height()
                * Ladder.frameRate(video).perSecond();
        double most = Math.min(1, USUAL_PIXELS / pixels) * MOST_SECONDS;
        return Math.max(LEAST_SECONDS, Math.min(most, info.seconds() * SHARE_OF_LENGTH));
    }

    private static List<String> arguments(
            Path input, double at, double seconds, String graph, List<Rung> trials, int compared) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "info", "-nostats"));
        arguments.addAll(List.of("-noaccurate_seek", "-ss", decimal(at), "-t", decimal(seconds)));
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(List.of("-filter_complex", graph));
        for (int i = 0; i < trials.size(); i++) {
            int crf = trials.get(i).crf();
            arguments.addAll(trial("fine" + i, crf));
            arguments.addAll(trial("coarse" + i, crf + Complexity.TRIAL_STEP));
        }
        for (int i = 0; i < compared; i++) {
            arguments.addAll(List.of("-map", "[alike" + i + "]", "-fps_mode", "passthrough", "-f", "null", "-"));
        }
        return arguments;
    }

    private static List<String> trial(String label, int crf) {
        return List.of(
                "-map",
                "[" + label + "]",
                "-c:v",
                "libx264",
                "-preset",
                "superfast",
                "-crf",
                Integer.toString(crf),
                "-x264-params",
                "ssim=1:scenecut=0:open-gop=0:keyint=infinite",
                "-f",
                "null",
                "-");
    }

    private static String graph(MediaInfo info, List<Rung> rungs, List<Rung> trials, int compared, double seconds) {
        var video = info.video();
        var chains = new ArrayList<String>();
        var large = trials.getLast();
        chains.add("[0:" + video.index() + "]" + (video.interlaced() ? "bwdif=mode=send_frame," : "") + "fps="
                + large.frameRate() + ",split=2[all][some]");
        if (trials.size() == 1) {
            chains.add("[all]" + scaled(large) + ",split=2[fine0][coarse0]");
        } else {
            chains.add("[all]" + scaled(large) + ",split=3[fine1][coarse1][less]");
            chains.add("[less]" + scaled(trials.getFirst()) + ",split=2[fine0][coarse0]");
        }
        int every = Math.max(1, (int) (seconds * large.frameRate().perSecond() / FRAMES_COMPARED));
        if (compared == 0) {
            chains.add("[some]nullsink");
            return String.join(";", chains);
        }
        chains.add("[some]select='not(mod(n\\," + every + "))'," + scaled(rungs.getFirst()) + ",split=2[size0][down0]");
        for (int i = 0; i < compared; i++) {
            boolean last = i == compared - 1;
            int next = i + 1;
            chains.add("[down" + i + "]" + scaled(rungs.get(next))
                    + (last ? "[up" + i + "]" : ",split=3[up" + i + "][size" + next + "][down" + next + "]"));
            chains.add("[up" + i + "]" + scaled(rungs.get(i)) + "[same" + i + "];[same" + i + "][size" + i
                    + "]ssim[alike" + i + "]");
        }
        return String.join(";", chains);
    }

    private static String scaled(Rung rung) {
        return "scale=" + rung.width() + ":" + rung.height() + ":out_range=tv,format=yuv420p,setsar=1";
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, seconds));
    }

    /** What one part said: a pair a trial, then a likeness a comparison. */
    private record Measured(List<double[]> coded, List<Double> alike) {}

    private Optional<Measured> part(
            Path input, List<String> arguments, int trials, int compared, Cancellation cancellation) {
        var limits = RunLimits.thorough(DEADLINE, 0).inBackground();
        try {
            var result = sandbox.run(ToolRun.reading(ToolRun.Program.FFMPEG, arguments, input, limits, cancellation));
            return result.succeeded() ? read(result.stderr(), 2 * trials, compared) : Optional.empty();
        } catch (MediaException e) {
            if (e.code() == MediaException.Code.TIMED_OUT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A file's own texts may stand before what the encoders say, never after it: only the last lines count. */
    private static Optional<Measured> read(String said, int coded, int compared) {
        var all = CODED.matcher(said)
                .results()
                .map(found -> new double[] {Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))})
                .toList();
        var alike = ALIKE.matcher(said).results().toList();
        if (all.size() < coded || alike.size() < compared) {
            LOG.debug("Trial encodings said {} of {} and {} of {}", all.size(), coded, alike.size(), compared);
            return Optional.empty();
        }
        var last = alike.subList(alike.size() - compared, alike.size()).stream()
                .sorted((a, b) -> Integer.compare(filter(a), filter(b)))
                .map(found -> Double.parseDouble(found.group(2)))
                .toList();
        return Optional.of(new Measured(all.subList(all.size() - coded, all.size()), last));
    }

    private static int filter(MatchResult found) {
        return Integer.parseInt(found.group(1));
    }

    private static Complexity complexity(List<Rung> trials, int compared, List<Measured> parts) {
        var samples = new ArrayList<Complexity.Sample>();
        for (int i = 0; i < trials.size(); i++) {
            int fine = 2 * i;
            double fineLoss = Math.max(LEAST_LOSS, 1 - mean(parts, fine, 0));
            double coarseBps = Math.max(LEAST_BPS, 1000 * mean(parts, fine + 1, 1));
            samples.add(new Complexity.Sample(
                    (double) trials.get(i).width() * trials.get(i).height(),
                    fineLoss,
                    Math.max(fineLoss, 1 - mean(parts, fine + 1, 0)),
                    Math.max(coarseBps, 1000 * mean(parts, fine, 1)),
                    coarseBps));
        }
        var detail = IntStream.range(0, compared)
                .mapToObj(i -> parts.stream()
                        .mapToDouble(part -> part.alike().get(i))
                        .average()
                        .orElse(0))
                .toList();
        LOG.debug("Samples {}, detail {}", samples, detail);
        return new Complexity(samples, detail);
    }

    private static double mean(List<Measured> parts, int trial, int value) {
        return parts.stream()
                .mapToDouble(part -> part.coded().get(trial)[value])
                .average()
                .orElse(0);
    }
}
