package io.vidstead.media.tools;

import java.nio.file.Path;
import java.util.List;

/**
 * The arguments that name a stranger's file. Only containers of sound and pictures are opened, none that refers to other
 * files or addresses; only the file protocol is spoken; pictures beyond {@link #MAX_PIXELS} are not allocated.
 */
public final class UntrustedInput {
    /** Width times height of the largest picture, 8K. */
    public static final long MAX_PIXELS = 8192L * 4352;

    /** Streams of all kinds in a file. */
    public static final int MAX_STREAMS = 64;

    private static final String FORMATS = "mov,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,mxf,dv,wav,mp3,flac,aac";

    private UntrustedInput() {}

    /** Options and the file, for either program. */
    public static List<String> arguments(Path file) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                FORMATS,
                "-max_streams",
                Integer.toString(MAX_STREAMS),
                "-max_pixels",
                Long.toString(MAX_PIXELS),
                "-i",
                url(file));
    }

    /** A file name that can be taken for neither an option nor another protocol. */
    public static String url(Path file) {
        return "file:" + file.toAbsolutePath().normalize();
    }
}
