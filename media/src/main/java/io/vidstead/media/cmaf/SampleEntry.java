package io.vidstead.media.cmaf;

import io.vidstead.media.TrackKind;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a track's sample description says of its coding (ISO/IEC 14496-12, 8.5.2).
 *
 * @param codecs RFC 6381 string
 * @param width in coded pixels; 0 for sound
 * @param height in coded pixels; 0 for sound
 * @param channels 0 for video
 * @param sampleRateHz 0 for video
 * @param signal of a picture
 */
public record SampleEntry(
        TrackKind kind, String codecs, int width, int height, int channels, int sampleRateHz, PictureSignal signal) {
    private static final int VISUAL_FIELDS = 78;
    private static final int AUDIO_FIELDS = 28;

    /** Reads the first entry of a {@code trak} box. */
    public static SampleEntry of(Box trak) {
        var entry = trak.require("mdia", "minf", "stbl", "stsd").childrenAfter(8).stream()
                .findFirst()
                .orElseThrow(() -> Box.malformed("The track has no sample description"));
        return of(handler(trak), entry);
    }

    /** Reads an entry of a track of the kind {@code handler}. */
    public static SampleEntry of(String handler, Box entry) {
        return switch (handler) {
            case "vide" -> visual(entry);
            case "soun" -> audio(entry);
            default -> throw Box.malformed("The track is neither video nor audio");
        };
    }

    /** The kind of a {@code trak} box: {@code vide}, {@code soun}, or another. */
    public static String handler(Box trak) {
        var hdlr = trak.require("mdia", "hdlr").reader().position(8);
        return Box.fourCharacters(hdlr);
    }

    private static SampleEntry visual(Box entry) {
        int width = Short.toUnsignedInt(entry.body().getShort(24));
        int height = Short.toUnsignedInt(entry.body().getShort(26));
        var codecs = videoCodecs(entry);
        var signal = PictureSignal.of(codecs, entry.childrenAfter(VISUAL_FIELDS));
        return new SampleEntry(TrackKind.VIDEO, codecs, width, height, 0, 0, signal);
    }

    private static SampleEntry audio(Box entry) {
        int channels = Short.toUnsignedInt(entry.body().getShort(16));
        int rate = Short.toUnsignedInt(entry.body().getShort(24));
        return new SampleEntry(TrackKind.AUDIO, audioCodecs(entry), 0, 0, channels, rate, PictureSignal.PLAIN);
    }

    private static String videoCodecs(Box entry) {
        var coding = coding(entry, VISUAL_FIELDS);
        return switch (coding) {
            case "avc1", "avc3" -> coding + "." + avcProfile(configuration(entry, VISUAL_FIELDS, "avcC"));
            case "hvc1", "hev1" -> coding + "." + hevcProfile(configuration(entry, VISUAL_FIELDS, "hvcC"));
            case "av01" -> "av01." + av1Profile(configuration(entry, VISUAL_FIELDS, "av1C"));
            case "vp09" -> "vp09." + vp9Profile(configuration(entry, VISUAL_FIELDS, "vpcC"));
            default -> throw Box.malformed("Unknown video coding");
        };
    }

    private static String audioCodecs(Box entry) {
        var coding = coding(entry, AUDIO_FIELDS);
        return switch (coding) {
            case "mp4a" -> Esds.codecs(configuration(entry, AUDIO_FIELDS, "esds"));
            case "Opus" -> "opus";
            case "fLaC" -> "flac";
            case "ac-3", "ec-3" -> coding;
            default -> throw Box.malformed("Unknown audio coding");
        };
    }

    /** The coding's name, which an encrypted entry keeps apart (ISO/IEC 14496-12, 8.12). */
    private static String coding(Box entry, int fields) {
        if (!entry.type().equals("encv") && !entry.type().equals("enca")) {
            return entry.type();
        }
        var frma = entry.childrenAfter(fields).stream()
                .filter(child -> child.type().equals("sinf"))
                .findFirst()
                .flatMap(sinf -> sinf.find("frma"))
                .orElseThrow(() -> Box.malformed("The sample description hides its coding"));
        return Box.fourCharacters(frma.reader());
    }

    private static ByteBuffer configuration(Box entry, int fields, String type) {
        return entry.childrenAfter(fields).stream()
                .filter(child -> child.type().equals(type))
                .findFirst()
                .orElseThrow(() -> Box.malformed("The sample description lacks its " + type))
                .reader();
    }

    /** ISO/IEC 14496-15, 5.3.3.1 and RFC 6381, 3.3. */
    private static String avcProfile(ByteBuffer avcC) {
        return HexFormat.of().formatHex(new byte[] {avcC.get(1), avcC.get(2), avcC.get(3)});
    }

    /** ISO/IEC 14496-15, annex E. */
    private static String hevcProfile(ByteBuffer hvcC) {
        int general = Byte.toUnsignedInt(hvcC.get(1));
        var text = new StringBuilder(new String[] {"", "A", "B", "C"}[general >> 6])
                .append(general & 31)
                .append('.')
                .append(Integer.toHexString(Integer.reverse(hvcC.getInt(2))))
                .append((general & 32) == 0 ? ".L" : ".H")
                .append(Byte.toUnsignedInt(hvcC.get(12)));
        long constraints = hvcC.getLong(6) >>> 16;
        for (int shift = 40; shift >= 0 && (constraints & ((1L << (shift + 8)) - 1)) != 0; shift -= 8) {
            text.append('.').append(Long.toHexString((constraints >> shift) & 255));
        }
        return text.toString();
    }

    /** AV1 codec ISO media file format binding, 5. */
    private static String av1Profile(ByteBuffer av1C) {
        int first = Byte.toUnsignedInt(av1C.get(1));
        int second = Byte.toUnsignedInt(av1C.get(2));
        boolean highBitDepth = (second & 64) != 0;
        boolean twelveBit = (second & 32) != 0;
        return String.format(
                Locale.ROOT,
                "%d.%02d%s.%02d",
                first >> 5,
                first & 31,
                (second & 128) == 0 ? "M" : "H",
                twelveBit ? 12 : highBitDepth ? 10 : 8);
    }

    /** VP codec ISO media file format binding. */
    private static String vp9Profile(ByteBuffer vpcC) {
        return String.format(
                Locale.ROOT, "%02d.%02d.%02d", vpcC.get(4), vpcC.get(5), Byte.toUnsignedInt(vpcC.get(6)) >> 4);
    }
}
