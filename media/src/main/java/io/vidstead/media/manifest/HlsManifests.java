package io.vidstead.media.manifest;

import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes HLS playlists (RFC 8216bis, version 7): fragmented MP4 by byte ranges; video, audio and text apart. */
public final class HlsManifests {
    /** What the address of a playlist of keyframes has before that of the track's own playlist. */
    public static final String KEYFRAMES = "keyframes-";

    static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n";

    /** The target duration of a playlist must not change while it grows. */
    private static final int LONGEST_RUNG_SEGMENT = 4;

    private HlsManifests() {}

    /**
     * The multivariant playlist: one variant a video track in the order given (players start with the first), all with the
     * audio and text tracks, where there are any. Without video, the sound tracks are the variants.
     *
     * @throws IllegalArgumentException where a name or URI cannot stand in a playlist
     */
    public static String master(List<ManifestTrack> tracks, List<TextTrack> texts) {
        return new MasterPlaylist(tracks, texts).render();
    }

    /** As {@link #master(List, List)}, without texts. */
    public static String master(List<ManifestTrack> tracks) {
        return master(tracks, List.of());
    }

    /**
     * The media playlist of one finished track, whose segments are ranges of its file.
     *
     * @throws IllegalArgumentException where the URI cannot stand in a playlist
     */
    public static String media(String mediaUri, CmafIndex index, Optional<Protection> protection) {
        return ranges(mediaUri, index, fromHeaderOn(index), Form.finished(index, ""), protection);
    }

    /** As {@link #media(String, CmafIndex, Optional)}, of a clear track. */
    public static String media(String mediaUri, CmafIndex index) {
        return media(mediaUri, index, Optional.empty());
    }

    /**
     * The playlist of the pictures that stand alone (RFC 8216, 4.3.3.6): of each segment the bytes from its start to the end of
     * its first picture. Absent where the index does not know them.
     */
    public static Optional<String> keyframes(String mediaUri, CmafIndex index, Optional<Protection> protection) {
        var frames = index.keyframes();
        return frames.isEmpty()
                ? Optional.empty()
                : Optional.of(ranges(
                        mediaUri,
                        index,
                        frames,
                        Form.finished(index.ofKeyframes(), "#EXT-X-I-FRAMES-ONLY\n"),
                        protection));
    }

    /**
     * The media playlist of a clear track to which segments are still being added (RFC 8216bis, 4.4.3.5). Players begin with
     * the first, not where it grows.
     *
     * @param ended whether there will be no more
     * @throws IllegalArgumentException where the URI cannot stand in a playlist
     */
    public static String event(String mediaUri, CmafIndex index, boolean ended) {
        var tags = "#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-START:TIME-OFFSET=0,PRECISE=YES\n";
        int target = Math.max(LONGEST_RUNG_SEGMENT, index.targetSeconds());
        return ranges(mediaUri, index, index.segments(), new Form(target, tags, ended), Optional.empty());
    }

    /**
     * The segments, the first of which begins where the header ends: with the segment index, which players pass over. A gap
     * between two ranges that are asked for makes Chromium's cache in memory, which private windows have, lose the one when it
     * keeps the other, ask for it again at each play, and join the two. Where there is free room behind the index, because the
     * file was listed while it grew, segments keep the addresses they had then.
     */
    private static List<Segment> fromHeaderOn(CmafIndex index) {
        var segments = new ArrayList<>(index.segments());
        var first = segments.getFirst();
        if (first.offset() != index.sidx().end()) {
            return segments;
        }
        long begin = index.init().end();
        segments.set(0, new Segment(begin, first.offset() + first.length() - begin, first.durationTicks()));
        return segments;
    }

    /** What is said of a playlist as a whole. */
    private record Form(int targetSeconds, String tags, boolean ended) {

        static Form finished(CmafIndex index, String more) {
            return new Form(index.targetSeconds(), "#EXT-X-PLAYLIST-TYPE:VOD\n" + more, true);
        }
    }

    /** The playlist of written words: the whole file is one segment. */
    public static String text(String fileUri, double seconds) {
        return HEAD + "#EXT-X-TARGETDURATION:" + (int) Math.max(1, Math.ceil(seconds))
                + "\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:" + decimal(seconds) + ",\n"
                + quotable(fileUri) + "\n#EXT-X-ENDLIST\n";
    }

    private static String ranges(
            String mediaUri, CmafIndex index, List<Segment> segments, Form form, Optional<Protection> protection) {
        var uri = quotable(mediaUri);
        var out = new StringBuilder(HEAD.length() + 400 + segments.size() * 80).append(HEAD);
        out.append("#EXT-X-TARGETDURATION:").append(form.targetSeconds()).append('\n');
        out.append("#EXT-X-MEDIA-SEQUENCE:0\n").append(form.tags());
        out.append("#EXT-X-MAP:URI=\"").append(uri).append("\",BYTERANGE=\"");
        out.append(range(index.init())).append("\"\n");
        protection.ifPresent(key -> key.systems()
                .forEach(system ->
                        out.append("#EXT-X-KEY:").append(key(key, system)).append('\n')));
        for (var segment : segments) {
            out.append("#EXTINF:").append(decimal(index.seconds(segment.durationTicks())));
            out.append(",\n#EXT-X-BYTERANGE:");
            out.append(range(new ByteRange(segment.offset(), segment.length()))).append('\n');
            out.append(uri).append('\n');
        }
        return out.append(form.ended() ? "#EXT-X-ENDLIST\n" : "").toString();
    }

    /** The attributes of EXT-X-KEY and EXT-X-SESSION-KEY. */
    static String key(Protection protection, KeySystemEntry system) {
        return "METHOD=SAMPLE-AES,URI=\"" + quotable(system.hlsKeyUri()) + "\",KEYID=0x" + protection.keyIdHex()
                + ",KEYFORMAT=\"" + quotable(system.hlsKeyFormat()) + "\",KEYFORMATVERSIONS=\"1\"";
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    private static String range(ByteRange range) {
        return range.length() + "@" + range.offset();
    }

    static String quotable(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == '"')) {
            throw new IllegalArgumentException("Cannot stand in a playlist: " + text);
        }
        return text;
    }
}
