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
    void hasNoMedianOfNothing() {
        assertThatThrownBy(() -> new Samples().median()).isInstanceOf(IllegalStateException.class);
    }
}
