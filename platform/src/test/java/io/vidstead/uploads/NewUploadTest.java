package io.vidstead.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.catalog.VideoDetails;
import io.vidstead.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewUploadTest {

    private static NewUpload upload(long size, String type, String name) {
        var purpose = new NewUpload.Purpose.NewVideo(VideoDetails.of("title", null, null, null, null, null), false);
        return new NewUpload(purpose, size, type, name, true);
    }

    @Test
    void aNameIsATextWithoutControlAndDirectionMarks() {
        assertThat(upload(1, "", "../../etc/\u0000pass\r\nwd\u202E4pm.exe\uD800")
                        .fileName())
                .isEqualTo("../../etc/passwd4pm.exe");
        assertThat(upload(1, "", "-rf.mp4").fileName()).isEqualTo("-rf.mp4");
        assertThat(upload(1, "", "n".repeat(10_000)).fileName()).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesSizesThatAreNone(long size) {
        assertThatThrownBy(() -> upload(size, "", "")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html", "application/pdf", "application/zip", "video"})
    void refusesOtherTypes(String type) {
        assertThatThrownBy(() -> upload(1, type, ""))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "video/mp4", "video/x-matroska", "audio/mpeg", "application/octet-stream"})
    void takesFilmsAndWhatMayBeOne(String type) {
        assertThat(upload(1, type, "").type()).isEqualTo(type);
    }
}
