package io.vidstead.engines.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnitVectorsTest {

    @Test
    void cosinesAreOfAllNumbers() {
        for (int dimension = 1; dimension < 10; dimension++) {
            float[] one = new float[dimension];
            float[] other = new float[dimension];
            double expected = 0;
            for (int i = 0; i < dimension; i++) {
                one[i] = i + 1;
                other[i] = 2 * i - 3;
                expected += (double) one[i] * other[i];
            }
            assertThat((double) UnitVectors.cosine(one, other)).isEqualTo(expected, within(1e-3));
        }
    }

    @Test
    void everyVectorHasADirection() {
        assertThat(UnitVectors.normalized(new float[] {3, 4})).containsExactly(0.6f, 0.8f);
        assertThat(UnitVectors.normalized(new float[] {0, 0})).containsExactly(1, 0);
        assertThat(UnitVectors.normalized(new float[] {Float.NaN, 1})).containsExactly(1, 0);
    }
}
