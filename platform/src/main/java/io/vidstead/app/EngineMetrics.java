package io.vidstead.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.engines.database.GuardedDataSource;
import io.vidstead.engines.embed.Embedder;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import io.vidstead.engines.guard.RefusedException.Reason;
import io.vidstead.engines.mail.Mailer;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.push.PushSender;
import io.vidstead.engines.scan.VirusScanner;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.timelines.Timelines;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What the guards of the engines see, in {@code /metrics}. */
@Singleton
class EngineMetrics {

    /** Asks for every engine, so that each has its guard from the start on. */
    @SuppressWarnings("unused") // asking for them makes them
    void register(
            @Observes StartupEvent event,
            Guards guards,
            MeterRegistry metrics,
            GuardedDataSource database,
            ObjectStore objects,
            EventLog log,
            Timelines timelines,
            Mailer mailer,
            PushSender pushes,
            Embedder embedder,
            SearchIndex search,
            VirusScanner scanner) {
        scanner.isOn();
        guards.all().forEach(guard -> register(guard, metrics));
    }

    private static void register(Guard guard, MeterRegistry metrics) {
        Gauge.builder("vidstead_breaker_state", guard, Guard::state)
                .description("0 closed, 1 half open, 2 open: calls are refused")
                .tag("engine", guard.engine())
                .register(metrics);
        FunctionCounter.builder("vidstead_engine_failures", guard, Guard::failures)
                .tag("engine", guard.engine())
                .register(metrics);
        for (Reason reason : Reason.values()) {
            FunctionCounter.builder("vidstead_engine_refused", guard, counted -> counted.refused(reason))
                    .description("Calls not made (open, busy), or not waited for (late)")
                    .tag("engine", guard.engine())
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
        if (guard.places() > 0) {
            Gauge.builder("vidstead_engine_calls", guard, Guard::inUse)
                    .description("Calls under way")
                    .tag("engine", guard.engine())
                    .register(metrics);
            Gauge.builder("vidstead_engine_places", guard, Guard::places)
                    .description("Calls that may be under way at once")
                    .tag("engine", guard.engine())
                    .register(metrics);
        }
    }
}
