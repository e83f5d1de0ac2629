package io.vidstead.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    private static InputStream body(int size, long limit) {
        return new BoundedBody(new ByteArrayInputStream(new byte[size]), limit);
    }

    @Test
    void givesABodyThatFits() throws IOException {
        assertThat(body(100, 100).readAllBytes()).hasSize(100);
        assertThat(body(99, 100).readAllBytes()).hasSize(99);
        assertThat(body(0, 0).readAllBytes()).isEmpty();
    }

    @Test
    void holdsTheLastBytesOfAnOverlongBodyBack() {
        var got = new ByteArrayOutputStream();
        assertThatThrownBy(() -> {
                    InputStream body = body(101, 100);
                    byte[] buffer = new byte[30];
                    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                        got.write(buffer, 0, n);
                    }
                })
                .isInstanceOf(BoundedBody.TooLongException.class);
        assertThat(got.size()).isLessThan(100);
    }

    @Test
    void refusesAnyByteWhereNoneIsAllowed() {
        assertThatThrownBy(() -> body(1, 0).read()).isInstanceOf(BoundedBody.TooLongException.class);
    }
}
