package io.vidstead.catalog;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditConditionTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3-abc\"", "*", "\"2-x\", \"3-y\"", " \"3-_-\" ", "W/\"3-abc\""})
    void aTagOfThisVersionLetsTheEditThrough(String header) {
        assertThatCode(() -> EditCondition.check(header, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2-abc\"", "", "\"\"", "3-abc", "\"99999999999999999999-a\"", "\"33-a\""})
    void everythingElseIs412(String header) {
        assertThatThrownBy(() -> EditCondition.check(header, 3))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> org.assertj.core.api.Assertions.assertThat(problem.status())
                                .isEqualTo(412));
    }

    @Test
    void noHeaderIsNoCondition() {
        assertThatCode(() -> EditCondition.check(null, 3)).doesNotThrowAnyException();
    }
}
