package io.vidstead.media.probe;

import io.vidstead.media.probe.ProbeResult.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the beginning of a file gives away without any decoding, whatever its name says. */
final class FirstBytes {
    private static final int LENGTH = 1024;
    private static final List<String> PICTURES =
            List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM", "II*\0", "MM\0*");
    private static final Set<String> PICTURE_BRANDS = Set.of("avif", "avis", "heic", "heix", "hevc", "mif1", "msf1");
    private static final Set<String> ISO_BOXES = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "moof", "styp");
    private static final List<String> PLAYLISTS =
            List.of("#extm3u", "ffconcat", "[playlist]", "<mpd", "<smoothstreamingmedia", "<asx", "#ext-x-");

    /** One character a byte. */
    private final String head;

    private FirstBytes(String head) {
        this.head = head;
    }

    static FirstBytes of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new FirstBytes(new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
        }
    }

    /** Why this is certainly no video, if it is so. */
    Optional<Reason> refusal() {
        if (head.isEmpty()) {
            return Optional.of(Reason.EMPTY_FILE);
        }
        if (isPicture()) {
            return Optional.of(Reason.IMAGE);
        }
        return textRefusal();
    }

    /** Whether the file is of the MP4 and QuickTime family. */
    boolean isIsoMedia() {
        return head.length() >= 8 && ISO_BOXES.contains(head.substring(4, 8));
    }

    private boolean isPicture() {
        boolean webp = head.startsWith("RIFF") && head.startsWith("WEBP", 8);
        boolean still =
                head.startsWith("ftyp", 4) && head.length() >= 12 && PICTURE_BRANDS.contains(head.substring(8, 12));
        return webp || still || PICTURES.stream().anyMatch(head::startsWith);
    }

    private Optional<Reason> textRefusal() {
        var text = head.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (PLAYLISTS.stream().anyMatch(text::startsWith)) {
            return Optional.of(Reason.PLAYLIST);
        }
        if (text.startsWith("<")) {
            return Optional.of(
                    text.contains("<svg")
                            ? Reason.IMAGE
                            : PLAYLISTS.stream().anyMatch(text::contains) ? Reason.PLAYLIST : Reason.NOT_A_VIDEO);
        }
        boolean other = text.startsWith("%pdf-") || text.startsWith("pk\u0003\u0004");
        return other ? Optional.of(Reason.NOT_A_VIDEO) : Optional.empty();
    }
}
