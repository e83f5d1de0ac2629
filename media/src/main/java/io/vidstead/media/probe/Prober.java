package io.vidstead.media.probe;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.VideoStream;
import io.vidstead.media.cmaf.BoxFile;
import io.vidstead.media.probe.ProbeResult.Accepted;
import io.vidstead.media.probe.ProbeResult.Reason;
import io.vidstead.media.probe.ProbeResult.Refused;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolResult;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.ToolRun.Program;
import io.vidstead.media.tools.UntrustedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Says what a file is, by looking at its first bytes and then asking ffprobe in the sandbox. Thread-safe. */
public final class Prober {
    private static final int MAX_PLACES = 10_000;

    /** The share of the file's bytes that may be missing at its end. */
    private static final double TOLERATED_LOSS = 0.01;

    private final Sandbox sandbox;
    private final ProbeLimits limits;

    public Prober(Sandbox sandbox, ProbeLimits limits) {
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /**
     * Describes or refuses {@code file}. Costs about 0.1 s, whatever the file's length; more only where the container does not
     * tell its length.
     *
     * @throws MediaException {@code TOOL_FAILED} where the machine, not the file, is at fault
     */
    public ProbeResult probe(Path file) {
        try {
            return probe(file, Files.size(file));
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read the file", e);
        }
    }

    /**
     * As {@link #probe(Path)}, of a file whose beginning alone may be there. What is said of the whole, such as its length, is
     * true only where the beginning tells it.
     *
     * @param size how long the file is, or will be
     */
    public ProbeResult probe(Path file, long size) {
        try {
            var head = FirstBytes.of(file);
            var refusal = head.refusal();
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            if (head.isIsoMedia() && isCutOff(file, size)) {
                return new Refused(Reason.TRUNCATED);
            }
            return ask(file, size, head);
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read the file", e);
        }
    }

    private ProbeResult ask(Path file, long size, FirstBytes head) throws IOException {
        ToolResult answer;
        try {
            answer = sandbox.run(ToolRun.reading(
                    Program.FFPROBE, arguments(file), file, RunLimits.quick(limits.deadline()), new Cancellation()));
        } catch (MediaException e) {
            if (e.code() == Code.TIMED_OUT) {
                return new Refused(Reason.TOO_COSTLY_TO_PROBE);
            }
            throw e;
        }
        if (answer.stderr().contains("exceeds max_streams")) {
            return new Refused(Reason.TOO_MANY_STREAMS);
        }
        if (answer.stderr().contains("exceeds specified max pixel count")) {
            return new Refused(Reason.TOO_MANY_PIXELS);
        }
        if (!answer.succeeded()) {
            return refusalOf(answer, head);
        }
        return judge(file, size, FfprobeReport.parse(answer.stdout()));
    }

    private static List<String> arguments(Path file) {
        var arguments = new ArrayList<>(List.of(
                "-hide_banner", "-v", "error", "-show_entries", FfprobeReport.ENTRIES, "-of", "json=compact=1"));
        arguments.addAll(UntrustedInput.arguments(file));
        return arguments;
    }

    private static ProbeResult refusalOf(ToolResult answer, FirstBytes head) {
        if (answer.stoppedFromOutside()) {
            throw answer.failure("Looking at the file");
        }
        if (answer.endedBySignal()) {
            return new Refused(Reason.TOO_COSTLY_TO_PROBE);
        }
        boolean noIndex = answer.stderr().contains("moov atom not found");
        return new Refused(noIndex && head.isIsoMedia() ? Reason.TRUNCATED : Reason.NOT_A_VIDEO);
    }

    private ProbeResult judge(Path file, long size, FfprobeReport report) throws IOException {
        if (report.streamCount() == 0) {
            return new Refused(Reason.NO_STREAMS);
        }
        if (report.streamCount() > UntrustedInput.MAX_STREAMS) {
            return new Refused(Reason.TOO_MANY_STREAMS);
        }
        var video = report.video();
        if (video.isEmpty() && report.audio().isEmpty()) {
            return new Refused(report.has("audio") ? Reason.UNSUPPORTED_CODEC : Reason.NO_STREAMS);
        }
        return judge(file, size, report, video.orElseGet(VideoStream::drawn));
    }

    private ProbeResult judge(Path file, long size, FfprobeReport report, VideoStream video) throws IOException {
        var picture = judgePicture(video);
        if (picture.isPresent()) {
            return new Refused(picture.get());
        }
        // A length that is absent, beyond all limits or not filled to its end is measured: headers lie.
        var duration = report.duration()
                .filter(told -> told.compareTo(limits.maxDuration()) <= 0)
                .filter(told -> !report.claimsItsLength() || reaches(file, told))
                .or(() -> measure(file, Duration.ZERO))
                .orElse(Duration.ZERO);
        if (duration.isZero()) {
            return new Refused(Reason.TRUNCATED);
        }
        if (duration.compareTo(limits.maxDuration()) > 0) {
            return new Refused(Reason.TOO_LONG);
        }
        double seconds = duration.toNanos() / 1e9;
        double frames =
                report.frameCount().orElse(Math.round(video.averageRate().perSecond() * seconds));
        if (frames > limits.maxFrames() || frames > Math.max(1, seconds) * limits.maxFramesPerSecond()) {
            return new Refused(Reason.TOO_MANY_FRAMES);
        }
        boolean whole = Files.size(file) == size;
        long average = (long) (size * 8 / seconds);
        long bitrate = whole ? report.bitrateBps().orElse(average) : average;
        return new Accepted(new MediaInfo(report.container(), duration, size, bitrate, video, report.audio()));
    }

    private Optional<Reason> judgePicture(VideoStream video) {
        if (video.codedWidth() <= 0 || video.codedHeight() <= 0 || video.codec().isEmpty()) {
            return Optional.of(Reason.UNSUPPORTED_CODEC);
        }
        if ((long) video.codedWidth() * video.codedHeight() > limits.maxPixels()
                || (long) video.width() * video.height() > limits.maxPixels()) {
            return Optional.of(Reason.TOO_MANY_PIXELS);
        }
        if (video.pixelFormat().isEmpty()) {
            return Optional.of(Reason.UNSUPPORTED_CODEC);
        }
        return video.shortSide() < limits.minSide() ? Optional.of(Reason.TOO_SMALL) : Optional.empty();
    }

    /** Whether something is found in the last tenth of the length told. */
    private boolean reaches(Path file, Duration told) {
        return measure(file, told.multipliedBy(9).dividedBy(10)).isPresent();
    }

    /** How long a walk over all packets behind {@code from} takes in the file's own time; disk-bound. */
    private Optional<Duration> measure(Path file, Duration from) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-progress", "pipe:1"));
        if (from.isPositive()) {
            arguments.addAll(List.of("-ss", from.toMillis() + "ms"));
        }
        arguments.addAll(UntrustedInput.arguments(file));
        arguments.addAll(List.of("-map", "0:V?", "-map", "0:a?", "-c", "copy", "-f", "null", "-"));
        var end = new AtomicLong();
        var run = ToolRun.reading(
                        Program.FFMPEG, arguments, file, RunLimits.quick(limits.deadline()), new Cancellation())
                .tellingLines(line -> microseconds(line).ifPresent(end::set));
        try {
            sandbox.run(run);
        } catch (MediaException e) {
            if (e.code() != Code.TIMED_OUT) {
                throw e;
            }
        }
        return end.get() > 0 ? Optional.of(Duration.ofNanos(end.get() * 1000)) : Optional.empty();
    }

    private static Optional<Long> microseconds(String line) {
        var value = line.startsWith("out_time_us=") ? line.substring("out_time_us=".length()) : "";
        return value.matches("\\d{1,15}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    /** Whether a box reaches so far behind the end of the file that much of the video must be missing. */
    private static boolean isCutOff(Path file, long size) throws IOException {
        try (var boxes = BoxFile.open(file)) {
            var places = boxes.places(MAX_PLACES, place -> !place.complete());
            return !places.isEmpty()
                    && places.getLast().missing()
                                    - (size - places.getLast().range().end())
                            > size * TOLERATED_LOSS;
        }
    }
}
