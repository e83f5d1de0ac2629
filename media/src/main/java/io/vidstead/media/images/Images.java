package io.vidstead.media.images;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.images.ImageResult.Accepted;
import io.vidstead.media.images.ImageResult.Reason;
import io.vidstead.media.images.ImageResult.Refused;
import io.vidstead.media.tools.Folders;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Makes strangers' pictures safe to serve: JPEG, PNG, WebP and GIF in, a fresh JPEG out. Thread-safe. */
public final class Images {
    /** Pictures of more bytes are refused unread. */
    public static final long MAX_BYTES = 20L << 20;

    /** Pictures of more pixels are refused undecoded. */
    public static final long MAX_PIXELS = 64_000_000;

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Sandbox sandbox;

    public Images(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Decodes {@code input} in the sandbox and writes it to {@code output} as {@code spec} asks: upright, on white where it is
     * transparent, the first picture where it is animated. The size is read from the picture's header and refused before
     * anything is decoded; SVG is refused.
     *
     * @throws MediaException {@code TOOL_FAILED} where the machine, not the picture, is at fault
     */
    public ImageResult reencode(Path input, ImageSpec spec, Path output) {
        try {
            if (Files.size(input) > MAX_BYTES) {
                return new Refused(Reason.TOO_LARGE);
            }
            var header = ImageHeader.read(input);
            if (header.isEmpty()) {
                return new Refused(Reason.NOT_AN_IMAGE);
            }
            if (header.get().pixels() > MAX_PIXELS) {
                return new Refused(Reason.TOO_MANY_PIXELS);
            }
            return decode(input, header.get(), spec, output);
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read or write the picture", e);
        }
    }

    private ImageResult decode(Path input, ImageHeader header, ImageSpec spec, Path output) throws IOException {
        var folder = Objects.requireNonNull(output.toAbsolutePath().getParent());
        var work = Files.createTempDirectory(folder, ".image-");
        try {
            var picture = work.resolve("picture.jpg");
            var pixel = work.resolve("pixel.rgb");
            var run = ToolRun.writing(
                    arguments(input, header, spec, picture, pixel),
                    input.toAbsolutePath(),
                    work,
                    RunLimits.quick(DEADLINE),
                    new Cancellation());
            var result = sandbox.run(run);
            var size = Files.exists(picture) ? ImageHeader.read(picture) : java.util.Optional.<ImageHeader>empty();
            if (size.isEmpty() || !Files.exists(pixel) || Files.size(pixel) != 3) {
                return refuse(result.failure("Reading the picture"));
            }
            var colour = new Sample(Files.readAllBytes(pixel), 1, 1).colour();
            Files.move(picture, output, StandardCopyOption.ATOMIC_MOVE);
            return new Accepted(output, size.get().width(), size.get().height(), colour);
        } catch (MediaException e) {
            return refuse(e);
        } finally {
            Folders.delete(work);
        }
    }

    private static ImageResult refuse(MediaException failure) {
        return switch (failure.code()) {
            case MALFORMED_MEDIA, TIMED_OUT -> new Refused(Reason.BROKEN_IMAGE);
            case CANCELLED, TOOL_FAILED, STORAGE_FULL, TOOLS_UNAVAILABLE -> throw failure;
        };
    }

    private static List<String> arguments(Path input, ImageHeader header, ImageSpec spec, Path picture, Path pixel) {
        return List.of(
                "-nostdin",
                "-hide_banner",
                "-v",
                "error",
                "-y",
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                header.demuxer(),
                "-max_pixels",
                Long.toString(MAX_PIXELS),
                "-threads",
                "1",
                "-f",
                header.demuxer(),
                "-i",
                UntrustedInput.url(input),
                "-filter_complex",
                filters(spec),
                "-map",
                "[picture]",
                "-frames:v",
                "1",
                "-q:v",
                "3",
                "-map_metadata",
                "-1",
                "-flags:v",
                "+bitexact",
                "-c:v",
                "mjpeg",
                "-f",
                "image2",
                "-update",
                "1",
                UntrustedInput.url(picture),
                "-map",
                "[pixel]",
                "-frames:v",
                "1",
                "-f",
                "rawvideo",
                UntrustedInput.url(pixel));
    }

    private static String filters(ImageSpec spec) {
        var size = spec.crop()
                ? "scale=%1$d:%2$d:force_original_aspect_ratio=increase,crop=%1$d:%2$d"
                : "scale='min(%1$d,iw)':'min(%2$d,ih)':force_original_aspect_ratio=decrease";
        return "[0:v]" + size.formatted(spec.width(), spec.height())
                + ",setsar=1,format=rgba,split=2[top][under]"
                + ";[under]drawbox=color=white@1:thickness=fill:replace=1[white]"
                + ";[white][top]overlay=format=rgb,split=2[full][small]"
                + ";[full]format=yuvj420p[picture]"
                + ";[small]scale=1:1:flags=area,format=rgb24[pixel]";
    }
}
