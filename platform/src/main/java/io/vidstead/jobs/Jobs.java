package io.vidstead.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Schedules jobs. */
@ApplicationScoped
public class Jobs {

    private final List<Runnable> runners = new CopyOnWriteArrayList<>();

    /**
     * Schedules the job for this key in the caller's transaction; once that has committed, this server looks for due jobs
     * at once. Nothing happens when it is scheduled for the key already.
     *
     * @param priority higher ones run first within a lane
     * @return whether it was not yet scheduled; one that is running counts as scheduled until it has ended
     */
    public boolean schedule(Handle tx, Job job, String key, Instant when, int priority) {
        int scheduled = tx.createUpdate("""
                        insert into %s (task_name, task_instance, execution_time, picked, version, priority)
                        values (:name, :key, :when, false, 1, :priority)
                        on conflict (task_name, task_instance) do nothing
                        """.formatted(job.lane().table()))
                .bind("name", job.name())
                .bind("key", key)
                .bind("when", when.atOffset(ZoneOffset.UTC))
                .bind("priority", priority)
                .execute();
        tx.afterCommit(() -> runners.forEach(Runnable::run));
        return scheduled == 1;
    }

    public boolean schedule(Handle tx, Job job, String key, Instant when) {
        return schedule(tx, job, key, when, 0);
    }

    /** Has the job run as soon as the caller's transaction has committed, without its interval, unless it runs already. */
    public void hasten(Handle tx, RecurringJob job, Instant now) {
        tx.createUpdate("""
                        update %s set execution_time = least(execution_time, :now), version = version + 1
                        where task_name = :name and not picked
                        """.formatted(Lane.SHORT.table()))
                .bind("name", job.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        tx.afterCommit(() -> runners.forEach(Runnable::run));
    }

    /** Takes the job for this key back unless it runs already. */
    public void cancel(Handle tx, Job job, String key) {
        tx.createUpdate("""
                        delete from %s where task_name = :name and task_instance = :key and not picked
                        """.formatted(job.lane().table()))
                .bind("name", job.name())
                .bind("key", key)
                .execute();
    }

    void onWake(Runnable runner) {
        runners.add(runner);
    }
}
