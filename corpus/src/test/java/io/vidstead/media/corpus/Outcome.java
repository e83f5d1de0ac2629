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
import io.vidstead.media.manifest.ManifestFolder;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Folders;
import io.vidstead.media.tools.Sandbox;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Takes {@code file} the way that an upload takes. What comes out stays in {@code folder}, which is emptied before: in {@code
     * lowest} the lowest rung, in {@code first} what plays before it, each with its manifests, and the file itself as {@code
     * original}. Browsers play it in another test.
     */
    static Outcome of(Path file, FfmpegTools tools, Sandbox sandbox, Path folder) throws Exception {
        Folders.delete(folder);
        return switch (new Prober(sandbox, ProbeLimits.DEFAULT).probe(file)) {
            case ProbeResult.Refused refused -> new Refused(refused.code());
            case ProbeResult.Accepted(var info) -> video(file, info, tools, sandbox, Files.createDirectories(folder));
        };
    }

    private static Video video(Path file, MediaInfo info, FfmpegTools tools, Sandbox sandbox, Path folder)
            throws Exception {
        Files.copy(file, folder.resolve("original"));
        var lowestFolder = Files.createDirectory(folder.resolve("lowest"));
        var rung = Ladder.plan(info, LadderProfile.balanced("ultrafast")).getLast();
        if (info.video().isDrawn()) {
            var made = new SoundPackager(sandbox).make(file, info, lowestFolder, _ -> {}, new Cancellation());
            var drawn = published(tools, lowestFolder, made);
            return new Video(info, Way.ENCODED, drawn, rung, drawn);
        }
        var encoded = new LadderEncoder(sandbox)
                .encode(file, info, List.of(rung), "ultrafast", true, lowestFolder, _ -> {}, new Cancellation());
        var lowest = published(tools, lowestFolder, encoded);
        var firstFolder = Files.createDirectory(folder.resolve("first"));
        var whole = JitSource.open(file, info).filter(source -> !source.needsAudio());
        if (whole.isPresent()) {
            var tracks = new ArrayList<Rendition>();
            tracks.add(written(whole.get().video(), firstFolder, Packager.SOURCE));
            if (whole.get().audio().isPresent()) {
                tracks.add(written(whole.get().audio().get(), firstFolder, Packager.AUDIO));
            }
            return new Video(info, Way.AS_IT_IS, published(tools, firstFolder, tracks), rung, lowest);
        }
        if (Packager.canCopy(info)) {
            try {
                var copied = new Packager(sandbox).copy(file, info, firstFolder, new Cancellation());
                return new Video(info, Way.COPIED, published(tools, firstFolder, copied), rung, lowest);
            } catch (MediaException e) {
                if (e.code() != MediaException.Code.MALFORMED_MEDIA) {
                    throw e;
                }
            }
        }
        Files.delete(firstFolder);
        return new Video(info, Way.ENCODED, lowest, rung, lowest);
    }

    private static Decoded published(FfmpegTools tools, Path folder, List<Rendition> renditions) throws Exception {
        ManifestFolder.write(folder, renditions);
        var sound = renditions.stream().skip(1).findFirst().map(Rendition::file);
        return Decoded.of(tools.ffmpeg(), renditions.getFirst().file(), sound);
    }

    private static Rendition written(VirtualRendition track, Path folder, String name) throws Exception {
        var file = folder.resolve(name + ".mp4");
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            track.transferTo(new ByteRange(0, track.size()), out);
        }
        return new Rendition(name, file, track.index(), name.equals(Packager.SOURCE));
    }
}
