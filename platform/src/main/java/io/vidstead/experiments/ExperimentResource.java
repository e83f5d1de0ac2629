package io.vidstead.experiments;

import io.hypersistence.tsid.TSID;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.experiments.ExperimentStore.Exposure;
import io.vidstead.experiments.Result.Interval;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/admin/experiments}: what can be tried, what is, and what came of it. */
@Path("/api/v1/admin/experiments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ExperimentResource {

    private static final int SHOWN = 20;

    /**
     * @param trial one of those that the list names
     * @param percent 1 to 100 of all signed-in people
     */
    record Request(
            @NotNull @Nullable String trial,
            @NotNull @Nullable Integer percent) {}

    /** @param variants the usual one first */
    record TrialPayload(String name, List<String> variants) {}

    record IntervalPayload(double low, double high) {
        static @Nullable IntervalPayload of(Optional<Interval> interval) {
            return interval.map(one -> new IntervalPayload(one.low(), one.high()))
                    .orElse(null);
        }
    }

    /**
     * @param people who saw the variant
     * @param mean of what the trial measures, a person
     * @param interval of the mean, at 95 %; null while fewer than two saw it
     * @param difference to the usual variant's mean, at 95 %; null for the usual one
     */
    record ResultPayload(
            String variant,
            int people,
            double mean,
            @Nullable IntervalPayload interval,
            @Nullable IntervalPayload difference) {}

    /** @param endedAt null while it runs */
    record Payload(
            String experimentId,
            String trial,
            int percent,
            Instant begunAt,
            @Nullable Instant endedAt,
            List<ResultPayload> results) {}

    record Payloads(List<TrialPayload> trials, List<Payload> experiments) {}

    private final List<Trial> trials;
    private final ExperimentStore store;
    private final Experiments experiments;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    ExperimentResource(
            @All List<Trial> trials,
            ExperimentStore store,
            Experiments experiments,
            Transactions transactions,
            Ids ids,
            Clock clock,
            Caller caller) {
        this.trials = trials;
        this.store = store;
        this.experiments = experiments;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    /** The latest first. Results are counted as they are now, until an experiment ends and after it. */
    @GET
    public Payloads list() {
        caller.require(Role.ADMINISTRATOR);
        return new Payloads(
                trials.stream()
                        .map(trial -> new TrialPayload(trial.name(), trial.variants()))
                        .toList(),
                transactions.read(handle -> store.list(handle, SHOWN).stream()
                        .map(experiment -> payload(handle, experiment))
                        .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@NotNull @Valid Request request) {
        UserId by = caller.require(Role.ADMINISTRATOR);
        String name = String.valueOf(request.trial());
        if (trial(name).isEmpty()) {
            throw Problem.caller("bad_trial", "There is nothing of that name to try.");
        }
        int percent = request.percent() == null ? 0 : request.percent();
        if (percent < 1 || percent > 100) {
            throw Problem.caller("bad_percent", "percent must be between 1 and 100.");
        }
        var experiment = new Experiment(ids.newNumber(), name, percent, by, clock.instant(), Optional.empty());
        if (!transactions.<Boolean>call(tx -> store.insert(tx, experiment))) {
            throw Problem.conflict("already_running", "An experiment with this is running; end it first.");
        }
        experiments.changed();
        return Response.status(Response.Status.CREATED)
                .entity(transactions.<Payload>read(handle -> payload(handle, experiment)))
                .build();
    }

    /** Ends it for everybody; what came of it stays. */
    @DELETE
    @Path("{experiment}")
    public void end(@PathParam("experiment") String experiment) {
        caller.require(Role.ADMINISTRATOR);
        boolean known = TSID.isValid(experiment)
                && transactions.<Boolean>call(
                        tx -> store.end(tx, TSID.from(experiment).toLong(), clock.instant()));
        if (!known) {
            throw Problem.notFound("experiment_not_found", "There is no such experiment.");
        }
        experiments.changed();
    }

    private Optional<Trial> trial(String name) {
        return trials.stream().filter(trial -> trial.name().equals(name)).findFirst();
    }

    private Payload payload(Handle handle, Experiment experiment) {
        return new Payload(
                TSID.from(experiment.id()).toString(),
                experiment.trial(),
                experiment.percent(),
                experiment.begun(),
                experiment.ended().orElse(null),
                trial(experiment.trial())
                        .map(trial -> results(handle, experiment, trial))
                        .orElse(List.of()));
    }

    private List<ResultPayload> results(Handle handle, Experiment experiment, Trial trial) {
        List<Exposure> exposures = store.exposures(handle, experiment.id());
        Map<UserId, Instant> since = new HashMap<>();
        exposures.forEach(exposure -> since.put(exposure.user(), exposure.at()));
        Map<UserId, Double> measured = since.isEmpty() ? Map.of() : trial.measure(handle, since);
        Map<String, Result> results = new HashMap<>();
        for (String variant : trial.variants()) {
            results.put(
                    variant,
                    Result.of(exposures.stream()
                            .filter(exposure -> exposure.variant().equals(variant))
                            .map(exposure -> measured.getOrDefault(exposure.user(), 0.0))
                            .toList()));
        }
        String usual = trial.variants().getFirst();
        List<ResultPayload> payloads = new ArrayList<>();
        for (String variant : trial.variants()) {
            Result result = results.getOrDefault(variant, Result.of(List.of()));
            Optional<Interval> difference = variant.equals(usual)
                    ? Optional.empty()
                    : Optional.ofNullable(results.get(usual)).flatMap(result::against);
            payloads.add(new ResultPayload(
                    variant,
                    result.people(),
                    result.mean(),
                    IntervalPayload.of(result.interval()),
                    IntervalPayload.of(difference)));
        }
        return payloads;
    }
}
