package io.vidstead.media.encode;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.cmaf.GrowingFile;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes one rung and the sound as {@link LadderEncoder} does, into files that can be followed meanwhile: the first seconds
 * play long before the last ones are encoded. Thread-safe.
 */
public final class FirstRungEncoder {
    /** Seconds. The first segment is looked for so often: somebody waits for it. */
    private static final String LOOK_EVERY = "0.1";

    private final Sandbox sandbox;

    public FirstRungEncoder(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** @param name that of the rendition it will be */
    public record GrowingTrack(String name, GrowingFile file) {}

    /** Told several times a second, on a thread of the encode. */
    public interface Follower {
        /** @param tracks the picture, then all sound; always the same */
        void grown(List<GrowingTrack> tracks, Progress progress);
    }

    /**
     * Writes files of its own into {@code outFolder}, which must be empty.
     *
     * @return the picture, then the sound, as {@link LadderEncoder#encode}; segments have the addresses under which the
     *     follower saw them where {@link GrowingFile#finish} says so
     * @throws MediaException on failure or cancellation
     */
    public List<Rendition> encode(
            Path input,
            MediaInfo info,
            Rung rung,
            String preset,
            Path outFolder,
            Follower follower,
            Cancellation cancellation) {
        var rungs = List.of(rung);
        var names = new ArrayList<>(List.of(rung.name()));
        var sounds = AudioTrack.streams(info);
        for (int i = 0; i < sounds.size(); i++) {
            names.add(AudioTrack.name(i));
        }
        var files = names.stream()
                .map(name -> outFolder.resolve(name + "-growing.mp4"))
                .toList();
        var tracks = new ArrayList<GrowingTrack>();
        for (int i = 0; i < files.size(); i++) {
            tracks.add(new GrowingTrack(names.get(i), new GrowingFile(files.get(i), info.duration())));
        }
        var arguments = CmafOutput.growing(LadderEncoder.arguments(input, info, rungs, preset, files, LOOK_EVERY));
        sandbox.run(ToolRun.writing(arguments, input, outFolder, LadderEncoder.limits(info, rungs), cancellation)
                        .tellingLines(ProgressLines.byTime(
                                info.duration(), progress -> follower.grown(List.copyOf(tracks), progress))))
                .require("Encoding");
        var made = new ArrayList<Rendition>();
        for (int i = 0; i < tracks.size(); i++) {
            var file = outFolder.resolve(names.get(i) + ".mp4");
            var index = tracks.get(i).file().finish(file);
            made.add(
                    i == 0
                            ? new Rendition(rung.name(), file, index, false)
                            : AudioTrack.rendition(i - 1, sounds.get(i - 1), file));
        }
        return List.copyOf(made);
    }
}
