package io.vidstead.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "..",
                "../x",
                "a/../b",
                "a//b",
                "a/",
                ".hidden",
                "a/.b",
                "a\0b",
                "a\r\nb",
                "a b",
                "a\\b",
                "ä",
                "a%2e",
                "a\u202eb"
            })
    void what_could_leave_the_store_is_no_key(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(value));
    }

    @Test
    void keys_are_bounded() {
        assertThat(new ObjectKey("k".repeat(ObjectKey.MAX_SEGMENT)).fileName()).hasSize(ObjectKey.MAX_SEGMENT);
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey("k".repeat(ObjectKey.MAX_SEGMENT + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey("k/".repeat(300) + "k"));
    }
}
