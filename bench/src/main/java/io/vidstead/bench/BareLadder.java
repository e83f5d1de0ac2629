package io.vidstead.bench;

import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rung;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One ffmpeg process that encodes all rungs of a ladder with one decode: what encoding alone costs. */
final class BareLadder {

    private BareLadder() {}

    /** The command for a clip of 30 frames a second with sound. */
    static List<String> command(Path ffmpeg, Path input, LadderPlan plan, Path folder) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-y", "-i", input.toString()));
        command.addAll(List.of("-filter_complex", filters(plan.rungs())));
        for (Rung rung : plan.rungs()) {
            command.addAll(List.of("-map", "[" + rung.name() + "]", "-c:v", "libx264", "-preset", plan.preset()));
            command.addAll(List.of("-crf", Integer.toString(rung.crf())));
            command.addAll(List.of("-maxrate", Integer.toString(rung.maxBitrateBps())));
            command.addAll(List.of("-bufsize", Integer.toString(2 * rung.maxBitrateBps())));
            command.addAll(List.of("-x264-params", "keyint=60:min-keyint=60:scenecut=0:open-gop=0"));
            command.addAll(List.of("-movflags", "+frag_keyframe+empty_moov+default_base_moof+cmaf+global_sidx"));
            command.add(folder.resolve("bare-" + rung.name() + ".mp4").toString());
        }
        command.addAll(List.of("-map", "0:a:0", "-c:a", "aac", "-b:a", "128k"));
        command.add(folder.resolve("bare-audio.mp4").toString());
        return command;
    }

    private static String filters(List<Rung> rungs) {
        StringBuilder graph = new StringBuilder("[0:v:0]split=" + rungs.size());
        rungs.forEach(rung -> graph.append("[to").append(rung.name()).append(']'));
        rungs.forEach(rung -> graph.append(
                ";[to%1$s]scale=%2$d:%3$d,format=yuv420p[%1$s]".formatted(rung.name(), rung.width(), rung.height())));
        return graph.toString();
    }
}
