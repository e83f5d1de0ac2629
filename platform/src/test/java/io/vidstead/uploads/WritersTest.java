package io.vidstead.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WritersTest {

    private static final UploadId UPLOAD = new UploadId(1);

    private final AtomicLong nanos = new AtomicLong();
    private final Writers writers =
            new Writers(new Pace(Duration.ofSeconds(10), 1000, Duration.ofSeconds(5)), nanos::get);

    @Test
    void oneWriterAtATime() {
        try (Writer _ = writers.enter(UPLOAD)) {
            assertThatThrownBy(() -> writers.enter(UPLOAD))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(423));
            writers.enter(new UploadId(2)).close();
        }
        writers.enter(UPLOAD).close();
    }

    @Test
    void aSenderOfOneByteASecondIsCutOff() throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        Writer writer = writers.enter(UPLOAD, () -> cut.set(true));
        InputStream body = writer.watch(new Timed(1, Duration.ofSeconds(1)));
        for (int second = 0; second < 9; second++) {
            assertThat(body.read(new byte[100])).isEqualTo(1);
            writers.checkAll();
        }
        assertThat(cut).isFalse();
        assertThat(body.read()).isNotNegative();
        writers.checkAll();
        assertThat(cut).isTrue();
        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }

    @Test
    void aSlowButSteadySenderIsNot() throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        Writer writer = writers.enter(UPLOAD, () -> cut.set(true));
        InputStream body = writer.watch(new Timed(150, Duration.ofSeconds(1)));
        for (int second = 0; second < 100; second++) {
            assertThat(body.read(new byte[1000])).isEqualTo(150);
            writers.checkAll();
        }
        assertThat(cut).isFalse();
    }

    @Test
    void aSlowDiskIsNotTheSendersFault() throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        Writer writer = writers.enter(UPLOAD, () -> cut.set(true));
        InputStream body = writer.watch(new Timed(1, Duration.ZERO));
        for (int i = 0; i < 10; i++) {
            body.read(new byte[100]);
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            writers.checkAll();
        }
        assertThat(cut).isFalse();
    }

    @Test
    void aStalledWriterYieldsToANewcomer() throws Exception {
        var blocked = new Blocked();
        var gone = new CountDownLatch(1);
        Writer stalled = writers.enter(UPLOAD, blocked::disconnect);
        Thread reader = Thread.ofVirtual().start(() -> {
            try (stalled) {
                stalled.watch(blocked).read();
            } catch (IOException _) {
                gone.countDown();
            }
        });
        blocked.reached.await();
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        try (Writer _ = writers.enter(UPLOAD)) {
            gone.await();
        }
        reader.join();
    }

    /** Gives so many bytes a read, and lets time pass at each. */
    private final class Timed extends InputStream {
        private final int bytes;
        private final Duration wait;

        Timed(int bytes, Duration wait) {
            this.bytes = bytes;
            this.wait = wait;
        }

        @Override
        public int read() {
            nanos.addAndGet(wait.toNanos());
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            nanos.addAndGet(wait.toNanos());
            return Math.min(bytes, length);
        }
    }

    /** Gives nothing until it is disconnected. */
    private static final class Blocked extends InputStream {
        final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        void disconnect() {
            end.countDown();
        }

        @Override
        public int read() throws IOException {
            reached.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            throw new IOException("disconnected");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }
}
