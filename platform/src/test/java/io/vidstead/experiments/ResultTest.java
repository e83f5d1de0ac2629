package io.vidstead.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.experiments.Result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What figures say, and how surely. */
class ResultTest {

    @Test
    void byHand() {
        Result usual = Result.of(List.of(1.0, 2.0, 3.0, 4.0));
        Result other = Result.of(List.of(3.0, 5.0));
        assertThat(usual.mean()).isEqualTo(2.5);
        assertThat(usual.variance()).isCloseTo(5 / 3.0, within(1e-12));
        Interval difference = other.against(usual).orElseThrow();
        double error = Math.sqrt(2 / 2.0 + 5 / 3.0 / 4);
        assertThat(difference.low()).isCloseTo(1.5 - 1.959964 * error, within(1e-9));
        assertThat(difference.high()).isCloseTo(1.5 + 1.959964 * error, within(1e-9));
    }

    @Test
    void ofOneNothingIsSaid() {
        Result one = Result.of(List.of(4.0));
        assertThat(one.interval()).isEmpty();
        assertThat(one.against(Result.of(List.of(1.0, 2.0)))).isEmpty();
        assertThat(Result.of(List.of()).interval()).isEmpty();
    }

    /** Of many experiments in which nothing differs, about one in twenty says so. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        Random random = new Random(5);
        int wrong = 0;
        for (int experiment = 0; experiment < 2_000; experiment++) {
            Interval difference = draw(random).against(draw(random)).orElseThrow();
            wrong += difference.low() > 0 || difference.high() < 0 ? 1 : 0;
        }
        assertThat(wrong / 2_000.0).isCloseTo(0.05, within(0.015));
    }

    private static Result draw(Random random) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            values.add(random.nextGaussian());
        }
        return Result.of(values);
    }
}
