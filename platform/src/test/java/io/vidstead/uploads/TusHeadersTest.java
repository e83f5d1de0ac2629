package io.vidstead.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TusHeadersTest {

    @Test
    void readsKeysWithAndWithoutValues() {
        assertThat(TusHeaders.metadata("filename d29ybGQ=, is_confidential"))
                .containsEntry("filename", "world")
                .containsEntry("is_confidential", "");
    }

    @Test
    void noMetadataIsNone() {
        assertThat(TusHeaders.metadata(null)).isEmpty();
        assertThat(TusHeaders.metadata(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a !!!", "a Yg== Yg==", "a Yg==,a Yg=="})
    void refusesMalformedMetadata(String header) {
        assertThatThrownBy(() -> TusHeaders.metadata(header)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesMetadataWithoutMeasure() {
        assertThatThrownBy(() -> TusHeaders.metadata("a ".repeat(40_000))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.5", "0x10", "9223372036854775808", "99999999999999999999", "１２"})
    void refusesWhatIsNoCount(String value) {
        assertThatThrownBy(() -> TusHeaders.bytes("Upload-Length", value))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void readsCounts() {
        assertThat(TusHeaders.bytes("Upload-Length", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(TusHeaders.bytes("Upload-Length", "0")).isZero();
    }

    @Test
    void readsChecksums() {
        assertThat(TusHeaders.checksum(null)).isEmpty();
        assertThat(TusHeaders.checksum("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=")
                        .orElseThrow()
                        .algorithm())
                .isEqualTo("SHA-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha1", "md5 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", "sha256 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", "sha1 ?"})
    void refusesChecksumsItCannotCheck(String header) {
        assertThatThrownBy(() -> TusHeaders.checksum(header)).isInstanceOf(Problem.class);
    }
}
