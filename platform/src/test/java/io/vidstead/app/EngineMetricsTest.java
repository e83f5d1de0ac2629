package io.vidstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import java.net.URI;
import org.junit.jupiter.api.Test;

@PlatformTest
class EngineMetricsTest {

    @TestHTTPResource("/")
    URI site;

    @Test
    void everyEnginesGuardIsShown() {
        String metrics = Visitor.anonymous(site).get("/metrics").text();
        for (String engine : new String[] {"database", "objects", "events", "timelines", "mail", "push"}) {
            assertThat(metrics).contains("vidstead_breaker_state{engine=\"" + engine + "\"} 0.0");
            assertThat(metrics)
                    .contains("vidstead_engine_failures_total{engine=\"" + engine + "\"}")
                    .contains("vidstead_engine_refused_total{engine=\"" + engine + "\",reason=\"late\"}");
        }
        assertThat(metrics).contains("vidstead_engine_places{engine=\"objects\"} 128.0");
    }
}
