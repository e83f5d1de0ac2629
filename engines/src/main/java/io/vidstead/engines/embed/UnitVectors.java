package io.vidstead.engines.embed;

import java.util.Arrays;

/** Vectors of length 1. */
public final class UnitVectors {

    private UnitVectors() {}

    /** In place; a vector of zeros becomes the first axis, so that every text has a direction. */
    public static float[] normalized(float[] vector) {
        double squares = 0;
        for (float each : vector) {
            squares += (double) each * each;
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            Arrays.fill(vector, 0);
            vector[0] = 1;
            return vector;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    /**
     * How alike two directions are, −1 to 1. Four sums at once, which a processor adds up side by side.
     *
     * @param other of the same dimension
     */
    public static float cosine(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return a + b + c + d;
    }
}
