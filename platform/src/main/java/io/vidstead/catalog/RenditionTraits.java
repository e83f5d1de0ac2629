package io.vidstead.catalog;

import java.util.Optional;
import java.util.UUID;

/**
 * What tells a rendition from others of its size.
 *
 * @param language of sound, BCP 47, where it is known
 * @param label how people choose a sound track; may be empty
 * @param preferred whether players take this sound track unless told otherwise
 * @param range of light, for pictures
 * @param keyId which key its samples are encrypted with; absent for clear ones
 */
public record RenditionTraits(
        Optional<String> language, String label, boolean preferred, VideoRange range, Optional<UUID> keyId) {

    /** The values of HLS's VIDEO-RANGE. */
    public enum VideoRange {
        SDR,
        PQ,
        HLG
    }

    /** A clear rendition of which no more is known. */
    public static final RenditionTraits PLAIN =
            new RenditionTraits(Optional.empty(), "", false, VideoRange.SDR, Optional.empty());

    public static RenditionTraits sound(Optional<String> language, String label, boolean preferred) {
        return new RenditionTraits(language, label, preferred, VideoRange.SDR, Optional.empty());
    }

    public static RenditionTraits picture(VideoRange range) {
        return new RenditionTraits(Optional.empty(), "", false, range, Optional.empty());
    }

    public RenditionTraits encryptedWith(UUID key) {
        return new RenditionTraits(language, label, preferred, range, Optional.of(key));
    }
}
