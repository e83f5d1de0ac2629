package io.vidstead.media.derive;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToneMap;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes storyboards. Thread-safe. */
public final class Storyboards {
    private static final Duration LEAST_TIME = Duration.ofMinutes(2);
    private static final long MAX_BYTES = 64L << 20;

    private final Sandbox sandbox;

    public Storyboards(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Writes {@code storyboard-0.jpg} and so on into {@code outFolder}. The picture of an interval is the last one before
     * its middle that is at hand. Costs about 0.3 CPU-s for ten minutes of a 240p rendition.
     *
     * @throws MediaException on failure or cancellation
     */
    public Storyboard make(Path input, MediaInfo info, Path outFolder, Cancellation cancellation) {
        var layout = StoryboardLayout.of(info);
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y", "-threads", "1"));
        if (!layout.dense()) {
            arguments.addAll(List.of("-skip_frame", "nokey"));
        }
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(List.of("-filter_complex", filters(layout, info), "-map", "[sheets]"));
        arguments.addAll(List.of("-frames:v", Integer.toString(layout.sheets()), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-map_metadata", "-1", "-flags:v", "+bitexact", "-c:v", "mjpeg", "-q:v", "5"));
        arguments.addAll(List.of("-start_number", "0", "-f", "image2"));
        arguments.add(UntrustedInput.url(outFolder.resolve("storyboard-%d.jpg")));
        var limits = RunLimits.thorough(LEAST_TIME.plus(info.duration().dividedBy(2)), MAX_BYTES)
                .inBackground();
        sandbox.run(ToolRun.writing(arguments, input, outFolder, limits, cancellation))
                .require("Making the storyboard");
        var sheets = IntStream.range(0, layout.sheets())
                .mapToObj(number -> outFolder.resolve("storyboard-" + number + ".jpg"))
                .toList();
        if (!sheets.stream().allMatch(Files::exists)) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The storyboard has fewer sheets than the length asks for");
        }
        return new Storyboard(sheets, layout, info.duration());
    }

    /** A file that ends before its told length leaves its last picture on the rest. */
    private static String filters(StoryboardLayout layout, MediaInfo info) {
        return "[0:%d]fps=1/%d:start_time=0:eof_action=pass,scale=%d:%d%s,setsar=1,tpad=stop=-1:stop_mode=clone,trim=end_frame=%d"
                        .formatted(
                                info.video().index(),
                                layout.interval().toSeconds(),
                                layout.width(),
                                layout.height(),
                                info.video().hdr() ? "," + ToneMap.FILTERS : "",
                                layout.tiles())
                + ",format=yuvj420p,tile=%dx%d[sheets]".formatted(layout.columns(), layout.rows());
    }
}
