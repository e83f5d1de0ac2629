package io.vidstead.experiments;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code experiments} and {@code experiment_exposures}. */
@ApplicationScoped
class ExperimentStore {

    private static final String SELECT =
            "select experiment_id, trial, percent, begun_by, begun_at, ended_at from experiments";

    /** Who saw which variant, and when first. */
    record Exposure(UserId user, String variant, Instant at) {}

    /** Whether it was begun: not while another of its trial runs. */
    boolean insert(Handle tx, Experiment experiment) {
        return tx.createUpdate("""
                        insert into experiments (experiment_id, trial, percent, begun_by, begun_at)
                        values (:id, :trial, :percent, :by, :at)
                        on conflict (trial) where ended_at is null do nothing
                        """)
                        .bind("id", experiment.id())
                        .bind("trial", experiment.trial())
                        .bind("percent", experiment.percent())
                        .bind("by", experiment.begunBy().value())
                        .bind("at", experiment.begun().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Whether there is one of this id; one that has ended stays as it is. */
    boolean end(Handle tx, long id, Instant at) {
        return tx.createUpdate("""
                        update experiments set ended_at = coalesce(ended_at, :at) where experiment_id = :id
                        """)
                        .bind("id", id)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** The latest first. */
    List<Experiment> list(Handle handle, int limit) {
        return handle.createQuery(SELECT + " order by begun_at desc, experiment_id desc limit :limit")
                .bind("limit", limit)
                .map((row, _) -> experiment(row))
                .list();
    }

    /** By trial. */
    Map<String, Experiment> running(Handle handle) {
        Map<String, Experiment> running = new HashMap<>();
        handle.createQuery(SELECT + " where ended_at is null")
                .map((row, _) -> experiment(row))
                .forEach(experiment -> running.put(experiment.trial(), experiment));
        return running;
    }

    /** Seeing it again changes nothing. */
    void expose(Handle tx, long experiment, UserId user, String variant, Instant at) {
        tx.createUpdate("""
                        insert into experiment_exposures (experiment_id, user_id, variant, exposed_at)
                        values (:experiment, :user, :variant, :at)
                        on conflict do nothing
                        """)
                .bind("experiment", experiment)
                .bind("user", user.value())
                .bind("variant", variant)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    List<Exposure> exposures(Handle handle, long experiment) {
        return handle.createQuery("""
                        select user_id, variant, exposed_at from experiment_exposures where experiment_id = :experiment
                        """)
                .bind("experiment", experiment)
                .map((row, _) -> new Exposure(
                        Columns.userId(row, "user_id"), row.getString("variant"), Columns.instant(row, "exposed_at")))
                .list();
    }

    private static Experiment experiment(ResultSet row) throws SQLException {
        return new Experiment(
                row.getLong("experiment_id"),
                row.getString("trial"),
                row.getInt("percent"),
                Columns.userId(row, "begun_by"),
                Columns.instant(row, "begun_at"),
                Optional.ofNullable(Columns.instantOrNull(row, "ended_at")));
    }
}
