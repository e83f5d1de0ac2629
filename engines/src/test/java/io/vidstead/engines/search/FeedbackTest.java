package io.vidstead.engines.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    @Test
    void theQuestionMovesTowardsTheBest() {
        float[] moved = Feedback.moved(new float[] {1, 0}, List.of(new float[] {0, 1}, new float[] {0, 1}));
        assertThat(moved[1] / moved[0]).isEqualTo(0.75f, within(1e-6f));
        assertThat(moved[0] * moved[0] + moved[1] * moved[1]).isEqualTo(1, within(1e-6f));
    }

    @Test
    void withoutAnyItStays() {
        assertThat(Feedback.moved(new float[] {0.6f, 0.8f}, List.of()))
                .containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }
}
