package io.vidstead.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void takesTheMiddleOfAnOddNumberAndTheMeanOfTheMiddleTwoOfAnEvenOne() {
        Samples samples = new Samples();
        samples.add(9);
        samples.add(1);
        samples.add(2);
        assertThat(samples.median()).isEqualTo(2);
        samples.add(4);
        assertThat(samples.median()).isEqualTo(3);
        assertThat(samples.spread(1)).isEqualTo("1.0–9.0");
    }

    @Test
    void quantilesAreOfTheNearestRank() {
        Samples samples = new Samples();
        for (int value = 1; value <= 100; value++) {
            samples.add(value);
        }
        assertThat(samples.quantile(0.99)).isEqualTo(99);
        assertThat(samples.quantile(1)).isEqualTo(100);
    }

    @Test
    void hasNoMedianOfNothing() {
        assertThatThrownBy(() -> new Samples().median()).isInstanceOf(IllegalStateException.class);
    }
}
