package io.vidstead.media.corpus;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.corpus.Fixture.Way;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderEncoder;
import io.vidstead.media.encode.LadderProfile;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.encode.Rendition;
import io.vidstead.media.encode.Rung;
import io.vidstead.media.encode.SoundPackager;
import io.vidstead.media.jit.JitSource;
import io.vidstead.media.jit.VirtualRendition;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** What became of a file. */
sealed interface Outcome {

    record Refused(String code) implements Outcome {}

    /**
     * @param way how it plays first
     * @param first what plays first; what {@code lowest} has where that is encoded
     * @param rung the lowest of its ladder
     * @param lowest what that rung holds
     */
    record Video(MediaInfo info, Way way, Decoded first, Rung rung, Decoded lowest) implements Outcome {}

    /** Takes {@code file} the way that an upload takes; {@code folder} is for what comes out. */
    static Outcome of(Path file, FfmpegTools tools, Sandbox sandbox, Path folder) throws Exception {
        return switch (new Prober(sandbox, ProbeLimits.DEFAULT).probe(file)) {
            case ProbeResult.Refused refused -> new Refused(refused.code());
            case ProbeResult.Accepted(var info) -> video(file, info, tools, sandbox, Files.createDirectories(folder));
        };
    }

    private static Video video(Path file, MediaInfo info, FfmpegTools tools, Sandbox sandbox, Path folder)
            throws Exception {
        var rung = Ladder.plan(info, LadderProfile.balanced("ultrafast")).getLast();
        if (info.video().isDrawn()) {
            var drawn =
                    decoded(tools, new SoundPackager(sandbox).make(file, info, folder, _ -> {}, new Cancellation()));
            return new Video(info, Way.ENCODED, drawn, rung, drawn);
        }
        var encoded = new LadderEncoder(sandbox)
                .encode(file, info, List.of(rung), "ultrafast", true, folder, _ -> {}, new Cancellation());
        var lowest = decoded(tools, encoded);
        var whole = JitSource.open(file, info).filter(source -> !source.needsAudio());
        if (whole.isPresent()) {
            var picture = write(whole.get().video(), folder.resolve("picture.mp4"));
            Optional<Path> sound = whole.get().audio().isPresent()
                    ? Optional.of(write(whole.get().audio().get(), folder.resolve("sound.mp4")))
                    : Optional.empty();
            return new Video(info, Way.AS_IT_IS, Decoded.of(tools.ffmpeg(), picture, sound), rung, lowest);
        }
        if (Packager.canCopy(info)) {
            try {
                var copied = new Packager(sandbox).copy(file, info, folder, new Cancellation());
                return new Video(info, Way.COPIED, decoded(tools, copied), rung, lowest);
            } catch (MediaException e) {
                if (e.code() != MediaException.Code.MALFORMED_MEDIA) {
                    throw e;
                }
            }
        }
        return new Video(info, Way.ENCODED, lowest, rung, lowest);
    }

    private static Decoded decoded(FfmpegTools tools, List<Rendition> renditions) throws Exception {
        var sound = renditions.stream().skip(1).findFirst().map(Rendition::file);
        return Decoded.of(tools.ffmpeg(), renditions.getFirst().file(), sound);
    }

    private static Path write(VirtualRendition rendition, Path file) throws Exception {
        try (var out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            rendition.transferTo(new ByteRange(0, rendition.size()), out);
        }
        return file;
    }
}
