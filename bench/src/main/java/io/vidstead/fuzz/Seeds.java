package io.vidstead.fuzz;

import io.vidstead.outside.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Good files of many kinds, half a second each, to be damaged. */
final class Seeds {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PICTURE = "-f lavfi -i testsrc2=s=160x90:r=25:d=0.5";
    private static final String SOUND = " -f lavfi -i sine=d=0.5";
    private static final String H264 = " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 10";

    /** Names and the arguments behind the sources. */
    private static final List<List<String>> KINDS = List.of(
            List.of("a.mp4", H264 + " -bf 2 -c:a aac"),
            List.of("front.mp4", H264 + " -c:a aac -movflags +faststart"),
            List.of("fragments.mp4", H264 + " -c:a aac -movflags +frag_keyframe+empty_moov+default_base_moof"),
            List.of("a.mov", " -c:v prores_ks -c:a pcm_s16le"),
            List.of("a.mkv", H264 + " -c:a ac3"),
            List.of("a.webm", " -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
            List.of("a.avi", " -c:v mpeg4 -c:a libmp3lame"),
            List.of("a.ts", H264 + " -c:a aac"),
            List.of("a.mpg", " -c:v mpeg2video -c:a mp2"),
            List.of("a.flv", H264 + " -c:a aac"),
            List.of("a.wmv", " -c:v wmv2 -c:a wmav2"),
            List.of("a.ogv", " -c:v libvpx -deadline realtime -cpu-used 8 -c:a flac -f ogg"),
            List.of("a.mxf", " -c:v mpeg2video -c:a pcm_s16le -ar 48000"),
            List.of("hevc.mp4", " -c:v libx265 -preset ultrafast -x265-params log-level=none -c:a aac"));

    private Seeds() {}

    static List<byte[]> draw(Path ffmpeg, Path folder) throws IOException, InterruptedException {
        var seeds = new ArrayList<byte[]>();
        for (var kind : KINDS) {
            Path file = folder.resolve(kind.getFirst());
            var command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-y"));
            command.addAll(List.of((PICTURE + SOUND + kind.getLast()).split(" ")));
            command.add(file.toString());
            Programs.run(LIMIT, command);
            seeds.add(Files.readAllBytes(file));
        }
        return seeds;
    }
}
