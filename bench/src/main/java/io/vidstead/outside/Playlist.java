package io.vidstead.outside;

import java.util.List;
import java.util.Optional;

/** The little of HLS playlists that a bench reads. */
public final class Playlist {

    private Playlist() {}

    /** A segment's address and, when it is a part of a file, the Range header that asks for it. */
    public record Segment(String uri, Optional<String> range) {}

    /** The lines that are addresses. */
    public static List<String> entries(String playlist) {
        return playlist.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    public static Optional<Segment> firstSegment(String playlist) {
        Optional<String> range = playlist.lines()
                .filter(line -> line.startsWith("#EXT-X-BYTERANGE:"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1))
                .map(Playlist::rangeHeader);
        return entries(playlist).stream().findFirst().map(uri -> new Segment(uri, range));
    }

    private static String rangeHeader(String lengthAtOffset) {
        String[] parts = lengthAtOffset.split("@");
        long offset = Long.parseLong(parts[1]);
        return "bytes=" + offset + "-" + (offset + Long.parseLong(parts[0]) - 1);
    }
}
