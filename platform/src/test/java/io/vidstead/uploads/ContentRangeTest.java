package io.vidstead.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {

    @Test
    void readsTheRangeOfAChunk() {
        assertThat(ContentRange.parse("bytes 0-5242879/104857600")).isEqualTo(new ContentRange(0, 5242879, 104857600));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes 0-1",
                "bytes */10",
                "bytes 5-4/10",
                "bytes -1-4/10",
                "bytes 0-9223372036854775807/9223372036854775807",
                "items 0-1/2",
                "bytes 0-1/2, 3-4/5"
            })
    void refusesAnythingElse(String header) {
        assertThatThrownBy(() -> ContentRange.parse(header)).isInstanceOf(Problem.class);
    }
}
