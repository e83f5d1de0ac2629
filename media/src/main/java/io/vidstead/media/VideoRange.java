package io.vidstead.media;

/** How the samples of a picture mean light: the values of HLS's VIDEO-RANGE. */
public enum VideoRange {
    SDR,
    /** SMPTE ST 2084. */
    PQ,
    /** ARIB STD-B67. */
    HLG;

    /** @param characteristics a value of ISO/IEC 23091-2, 8.2 */
    public static VideoRange ofTransfer(int characteristics) {
        return switch (characteristics) {
            case 16 -> PQ;
            case 18 -> HLG;
            default -> SDR;
        };
    }

    /** The value of ISO/IEC 23091-2, 8.2 for HDR. */
    public int transfer() {
        return switch (this) {
            case SDR -> 1;
            case PQ -> 16;
            case HLG -> 18;
        };
    }
}
