package io.vidstead.media.images;

import java.util.Locale;

/** A small copy of a picture, by which it is judged. */
final class Sample {
    private static final double DARK = 0.15;
    private static final double BRIGHT = 0.9;
    private static final double GOOD_CONTRAST = 0.22;
    private static final double GOOD_DETAIL = 0.06;

    private final byte[] rgb;
    private final int width;
    private final int height;

    /** @param rgb three bytes a pixel, row by row; not copied */
    Sample(byte[] rgb, int width, int height) {
        if (rgb.length != width * height * 3) {
            throw new IllegalArgumentException("sample of " + rgb.length + " bytes");
        }
        this.rgb = rgb;
        this.width = width;
        this.height = height;
    }

    /** Average colour as {@code #rrggbb}. */
    String colour() {
        var sums = new long[3];
        for (int i = 0; i < rgb.length; i++) {
            sums[i % 3] += Byte.toUnsignedInt(rgb[i]);
        }
        int pixels = width * height;
        return String.format(Locale.ROOT, "#%02x%02x%02x", sums[0] / pixels, sums[1] / pixels, sums[2] / pixels);
    }

    /** From 0, a picture of one colour, to 1: neither dark nor blown out, with contrast and detail. */
    double score() {
        double mean = 0;
        double squares = 0;
        double detail = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double luma = luma(x, y);
                mean += luma;
                squares += luma * luma;
                detail += edge(x, y, luma);
            }
        }
        int pixels = width * height;
        mean /= pixels;
        double contrast = Math.sqrt(Math.max(0, squares / pixels - mean * mean));
        return exposure(mean)
                * (Math.min(1, contrast / GOOD_CONTRAST) + Math.min(1, detail / pixels / GOOD_DETAIL))
                / 2;
    }

    private static double exposure(double mean) {
        if (mean < DARK) {
            return mean / DARK;
        }
        return mean > BRIGHT ? (1 - mean) / (1 - BRIGHT) : 1;
    }

    /** How much a pixel differs from its neighbours to the left and above. */
    private double edge(int x, int y, double luma) {
        return x == 0 || y == 0 ? 0 : Math.abs(luma - luma(x - 1, y)) / 2 + Math.abs(luma - luma(x, y - 1)) / 2;
    }

    /** BT.709 weights; 0 to 1. */
    private double luma(int x, int y) {
        int at = (y * width + x) * 3;
        return (0.2126 * Byte.toUnsignedInt(rgb[at])
                        + 0.7152 * Byte.toUnsignedInt(rgb[at + 1])
                        + 0.0722 * Byte.toUnsignedInt(rgb[at + 2]))
                / 255;
    }
}
