package io.vidstead.media.cmaf;

import io.vidstead.media.VideoRange;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a display must know of a picture beyond its coding.
 *
 * @param range as the colour box says
 * @param supplementalCodecs HLS's SUPPLEMENTAL-CODECS: the enhancement that the same samples hold for displays which know it
 */
public record PictureSignal(VideoRange range, Optional<String> supplementalCodecs) {
    /** Of a plain picture, and of sound. */
    public static final PictureSignal PLAIN = new PictureSignal(VideoRange.SDR, Optional.empty());

    /** Reads the boxes in a visual sample entry. */
    static PictureSignal of(String codecs, List<Box> configuration) {
        var range = configuration.stream()
                .filter(box -> box.type().equals("colr") && box.body().limit() >= 10)
                .map(Box::reader)
                .filter(colour -> Box.fourCharacters(colour).equals("nclx"))
                .map(colour -> VideoRange.ofTransfer(colour.getShort(6)))
                .findFirst()
                .orElse(VideoRange.SDR);
        var enhanced = configuration.stream()
                .filter(box -> box.type().equals("dvcC") || box.type().equals("dvvC"))
                .findFirst()
                .flatMap(box -> dolbyVision(codecs, box.reader()));
        return new PictureSignal(range, enhanced);
    }

    /** Dolby Vision Streams Within the ISO Base Media File Format, 2.2, and the brands of HLS authoring. */
    private static Optional<String> dolbyVision(String codecs, ByteBuffer configuration) {
        int bits = Short.toUnsignedInt(configuration.getShort(2));
        int profile = bits >> 9;
        int level = bits >> 3 & 63;
        int compatible = Byte.toUnsignedInt(configuration.get(4)) >> 4;
        var entry = switch (codecs.substring(0, 4)) {
            case "hvc1" -> "dvh1";
            case "hev1" -> "dvhe";
            case "av01" -> "dav1";
            default -> "";
        };
        var brand = switch (compatible) {
            case 1 -> "db1p";
            case 2 -> "db2g";
            case 4 -> "db4h";
            default -> "";
        };
        return entry.isEmpty() || brand.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%s.%02d.%02d/%s", entry, profile, level, brand));
    }
}
