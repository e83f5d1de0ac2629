package io.vidstead.media.corpus;

import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder finds in a picture and its sound.
 *
 * @param pictures times at which they are shown, in seconds
 * @param soundStart time of the first sample, in seconds; absent without sound
 * @param soundEnd time of the last sample, in seconds; 0 without sound
 * @param redCorner where the picture in the middle is reddest
 * @param complaints what the decoder objected to
 */
record Decoded(
        List<Double> pictures, Optional<Double> soundStart, double soundEnd, String redCorner, String complaints) {
    private static final List<String> CORNERS = List.of("upper left", "upper right", "lower left", "lower right");
    private static final int BYTES_A_PICTURE = 12;

    static Decoded of(Path ffmpeg, Path video, Optional<Path> audio) throws IOException, InterruptedException {
        var pixels = Files.createTempFile("pixels", ".rgb");
        try {
            var command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-nostdin", "-y", "-copyts"));
            command.addAll(List.of("-i", video.toString()));
            audio.ifPresent(file -> command.addAll(List.of("-i", file.toString())));
            var shrunk = List.of("-map", "0:v:0", "-vf", "format=yuv444p,scale=2:2:flags=area,format=rgb24");
            var timed = List.of("-fps_mode", "passthrough", "-enc_time_base:v", "demux", "-c:v", "rawvideo");
            command.addAll(shrunk);
            command.addAll(timed);
            audio.ifPresent(_ -> command.addAll(List.of("-map", "1:a:0")));
            command.addAll(List.of("-f", "framecrc", "-"));
            command.addAll(shrunk);
            command.addAll(timed);
            command.addAll(List.of("-f", "rawvideo", pixels.toString()));
            var process = new ProcessBuilder(command).start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exit = process.waitFor();
            var sound = times(lines, 1);
            return new Decoded(
                    from(CmafFile.read(video), times(lines, 0)),
                    sound.stream().findFirst(),
                    sound.isEmpty() ? 0 : sound.getLast(),
                    reddest(Files.readAllBytes(pixels)),
                    exit == 0 ? complaints : "exit " + exit + " " + complaints);
        } finally {
            Files.delete(pixels);
        }
    }

    /** Presentation times of a stream, from lines such as {@code 0, 512, 512, 512, 12, 0x1c}. */
    private static List<Double> times(List<String> lines, int stream) {
        var base = new double[] {1};
        var times = new ArrayList<Double>();
        for (var line : lines) {
            if (line.startsWith("#tb " + stream + ": ")) {
                var fraction = line.substring(line.indexOf(':') + 1).strip().split("/");
                base[0] = Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
            } else if (line.startsWith(stream + ",")) {
                times.add(Long.parseLong(line.split(",")[2].strip()) * base[0]);
            }
        }
        return List.copyOf(times);
    }

    /**
     * The times counted from the begin that players see. The decoder here shifts whatever has negative composition offsets
     * in fragments.
     */
    private static List<Double> from(CmafIndex index, List<Double> times) {
        double shift = times.isEmpty() ? 0 : index.seconds(index.startTicks()) - times.getFirst();
        return times.stream().map(time -> time + shift).toList();
    }

    private static String reddest(byte[] pixels) {
        int middle = pixels.length / BYTES_A_PICTURE / 2 * BYTES_A_PICTURE;
        String best = "none";
        int most = Integer.MIN_VALUE;
        for (int corner = 0; corner < CORNERS.size() && pixels.length > 0; corner++) {
            int at = middle + corner * 3;
            int red = 2 * (pixels[at] & 255) - (pixels[at + 1] & 255) - (pixels[at + 2] & 255);
            if (red > most) {
                most = red;
                best = CORNERS.get(corner);
            }
        }
        return best;
    }

    double start() {
        return pictures.isEmpty() ? -1 : pictures.getFirst();
    }

    /** The time from the first to the last picture, in seconds. */
    double span() {
        return pictures.isEmpty() ? 0 : pictures.getLast() - pictures.getFirst();
    }

    /** The shortest and the longest time between two pictures, in seconds; absent where there is only one. */
    double @Nullable [] steps() {
        if (pictures.size() < 2) {
            return null;
        }
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 1; i < pictures.size(); i++) {
            double step = pictures.get(i) - pictures.get(i - 1);
            least = Math.min(least, step);
            most = Math.max(most, step);
        }
        return new double[] {least, most};
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
