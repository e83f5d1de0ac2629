package io.vidstead.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.testing.Listener;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** SIGTERM while pages listen. */
@ProcessTest
class DrainIT {

    @Test
    void socketsAreToldThatTheServerGoesAndDoNotDelayIt() {
        try (ServerProcess server = ServerProcess.start(ServerProcess.freshData("drain"))) {
            URI site = URI.create(server.url());
            try (Listener one = Listener.anonymous(site);
                    Listener two = Listener.anonymous(site)) {
                long begun = System.nanoTime();
                assertThat(server.terminate()).isZero();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(7));
                assertThat(one.closeCode()).isEqualTo(1001);
                assertThat(two.closeCode()).isEqualTo(1001);
            }
        }
    }
}
