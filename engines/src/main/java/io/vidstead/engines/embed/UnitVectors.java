package io.vidstead.engines.embed;

import java.util.Arrays;

/** Vectors of length 1. */
final class UnitVectors {

    private UnitVectors() {}

    /** In place; a vector of zeros becomes the first axis, so that every text has a direction. */
    static float[] normalized(float[] vector) {
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
}
