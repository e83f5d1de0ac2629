package io.vidstead.app;

import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the engines answer; the pool's own check asks the database. */
@ApplicationScoped
class EnginesHealth {

    private static final ObjectKey PROBE = new ObjectKey("health/probe");

    private final ObjectStore objects;
    private final EventLog log;

    EnginesHealth(ObjectStore objects, EventLog log) {
        this.objects = objects;
        this.log = log;
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck objectStore() {
        return () -> check("objects", () -> objects.stat(PROBE));
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck eventLog() {
        return () -> {
            try {
                long behind = log.lag().stream().mapToLong(EventLog.Lag::events).sum();
                return HealthCheckResponse.named("events")
                        .up()
                        .withData("behind", behind)
                        .build();
            } catch (RuntimeException _) {
                return HealthCheckResponse.down("events");
            }
        };
    }

    private static HealthCheckResponse check(String name, Runnable question) {
        try {
            question.run();
            return HealthCheckResponse.up(name);
        } catch (RuntimeException _) {
            return HealthCheckResponse.down(name);
        }
    }
}
