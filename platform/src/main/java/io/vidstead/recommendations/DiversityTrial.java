package io.vidstead.recommendations;

import io.vidstead.experiments.Trial;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Whether more diverse lists serve people better: by how many videos they watch to the end or like. */
@ApplicationScoped
class DiversityTrial implements Trial {

    private static final String MORE = "more";

    private final SignalStore signals;

    DiversityTrial(SignalStore signals) {
        this.signals = signals;
    }

    @Override
    public String name() {
        return "recommendations.diversity";
    }

    @Override
    public List<String> variants() {
        return List.of("usual", MORE);
    }

    /** How much a place in the list depends on the score; the rest on being unlike those before. */
    static double relevance(String variant) {
        return variant.equals(MORE) ? 0.6 : Ranker.RELEVANCE;
    }

    @Override
    public Map<UserId, Double> measure(Handle handle, Map<UserId, Instant> exposed) {
        return signals.satisfied(handle, exposed);
    }
}
