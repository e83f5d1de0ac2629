package io.vidstead.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.testing.Listener;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.testing.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** SIGTERM while pages listen and people sign in. */
@ProcessTest
class DrainIT {

    @Test
    void whatIsUnderWayIsAnsweredAndSocketsAreToldAndDoNotDelayTheEnd() throws Exception {
        Path data = ServerProcess.freshData("drain");
        try (ServerProcess server = ServerProcess.start(data);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            URI site = URI.create(server.url());
            String username = Visitor.user(site).username();
            Callable<Integer> signIn = () -> Visitor.anonymous(site)
                    .post(
                            "/api/v1/auth/login",
                            "{\"login\":\"%s\",\"password\":\"correct horse battery\"}".formatted(username))
                    .status();
            try (Listener one = Listener.anonymous(site);
                    Listener two = Listener.anonymous(site)) {
                List<Future<Integer>> inFlight = List.of(threads.submit(signIn), threads.submit(signIn));
                long begun = System.nanoTime();
                assertThat(server.terminate()).isZero();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(7));
                assertThat(one.closeCode()).isEqualTo(1001);
                assertThat(two.closeCode()).isEqualTo(1001);
                for (Future<Integer> answer : inFlight) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
        }
        assertThat(data.resolve("database/postmaster.pid")).doesNotExist();
    }
}
