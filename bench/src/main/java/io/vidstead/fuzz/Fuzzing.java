package io.vidstead.fuzz;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderEncoder;
import io.vidstead.media.encode.LadderProfile;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.jit.JitSource;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes damaged files the way of an upload: looked into, cut just in time, copied, encoded. */
public final class Fuzzing {
    /** What became of one file. */
    public enum Fate {
        PLAYS,
        REFUSED,
        /** It was accepted, and then could not be decoded. */
        GIVEN_UP,
        /** A limit of time, memory or output ended it. */
        LIMITED,
        /** Something of ours broke. */
        BROKEN
    }

    /** @param finding which file it was and what happened; empty unless something broke */
    public record Result(Fate fate, Duration time, String finding) {}

    private final Sandbox sandbox;
    private final Path folder;
    private final List<byte[]> seeds;

    /** @param folder for all that is written; the caller's to remove */
    public Fuzzing(Sandbox sandbox, Path ffmpeg, Path folder) throws IOException, InterruptedException {
        this.sandbox = sandbox;
        this.folder = folder;
        this.seeds = Seeds.draw(ffmpeg, folder);
    }

    /** Damages and tries as many files as {@code count} says, numbered from {@code first} on. */
    public Map<Fate, Integer> run(long first, int count, Consumer<Result> listener) throws IOException {
        var fates = new TreeMap<Fate, Integer>();
        for (long number = first; number < first + count; number++) {
            var result = run(number);
            fates.merge(result.fate(), 1, Integer::sum);
            listener.accept(result);
        }
        return fates;
    }

    private Result run(long number) throws IOException {
        byte[] seed = seeds.get((int) (number % seeds.size()));
        Path file = Files.write(folder.resolve("damaged-" + number), new Mutator(number).damage(seed));
        Path out = Files.createDirectory(folder.resolve("out-" + number));
        long begun = System.nanoTime();
        try {
            return new Result(fate(file, out), Duration.ofNanos(System.nanoTime() - begun), "");
        } catch (RuntimeException | IOException e) {
            return new Result(Fate.BROKEN, Duration.ofNanos(System.nanoTime() - begun), "number " + number + ": " + e);
        } finally {
            delete(out);
            Files.delete(file);
        }
    }

    private Fate fate(Path file, Path out) throws IOException {
        try {
            return switch (new Prober(sandbox, ProbeLimits.DEFAULT).probe(file)) {
                case ProbeResult.Refused _ -> Fate.REFUSED;
                case ProbeResult.Accepted(var info) -> {
                    play(file, info, out);
                    yield Fate.PLAYS;
                }
            };
        } catch (MediaException e) {
            return switch (e.code()) {
                case MALFORMED_MEDIA -> Fate.GIVEN_UP;
                case TIMED_OUT -> Fate.LIMITED;
                case TOOL_FAILED, STORAGE_FULL, TOOLS_UNAVAILABLE, CANCELLED -> throw e;
            };
        }
    }

    private void play(Path file, MediaInfo info, Path out) throws IOException {
        var whole = JitSource.open(file, info);
        if (whole.isPresent()) {
            var video = whole.get().video();
            video.transferTo(new ByteRange(0, video.size()), Channels.newChannel(OutputStream.nullOutputStream()));
        } else if (Packager.canCopy(info)) {
            copy(file, info, out);
        }
        var rung = Ladder.plan(info, LadderProfile.balanced("ultrafast")).getLast();
        new LadderEncoder(sandbox)
                .encode(file, info, List.of(rung), "ultrafast", true, out, Progress.Listener.NONE, new Cancellation());
    }

    private void copy(Path file, MediaInfo info, Path out) {
        try {
            new Packager(sandbox).copy(file, info, out, new Cancellation());
        } catch (MediaException e) {
            if (e.code() != MediaException.Code.MALFORMED_MEDIA) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.list(folder)) {
            all.forEach(files::add);
        }
        for (var file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
