package io.vidstead.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Runs jobs on a server with the role {@code worker} that has the objects: one db-scheduler a lane, each with its own table and
 * bound. Workers elsewhere take pieces of ladders only, which are queued apart.
 *
 * <p>A server is known to the tables by its host and data folder. Whatever is still marked as its own when it starts was
 * cut off by a crash, and is freed at once instead of waiting until its heartbeats are missed.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int SHORT_JOBS_AT_ONCE = 4;
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration STOP_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_PASSING_WAIT = Duration.ofSeconds(30);
    private static final int LAST = 10_000;

    private final Settings settings;
    private final DataSource database;
    private final Transactions transactions;
    private final Jobs jobs;
    private final List<Job> kinds;
    private final List<RecurringJob> recurring;
    private final NodeName node;
    private final EncodeSlots slots;
    private final Clock clock;
    private final List<Scheduler> running = new ArrayList<>();
    private volatile boolean stopping;

    JobRunner(
            Settings settings,
            DataSource database,
            Transactions transactions,
            Jobs jobs,
            @All List<Job> kinds,
            @All List<RecurringJob> recurring,
            NodeName node,
            EncodeSlots slots,
            Clock clock) {
        this.settings = settings;
        this.database = database;
        this.transactions = transactions;
        this.jobs = jobs;
        this.kinds = kinds;
        this.recurring = recurring;
        this.node = node;
        this.slots = slots;
        this.clock = clock;
    }

    /** After all other observers, so that whatever jobs need has started. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + LAST) StartupEvent event) {
        if (!settings.roles().contains(ServerRole.WORKER)
                || settings.objects().url().isPresent()) {
            return;
        }
        for (Lane lane : Lane.values()) {
            free(lane);
            Scheduler scheduler = scheduler(lane);
            scheduler.start();
            running.add(scheduler);
            jobs.onWake(scheduler::triggerCheckForDueExecutions);
        }
    }

    /** Interrupts what runs; it is freed for whoever comes next. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        running.forEach(Scheduler::stop);
        if (!running.isEmpty()) {
            for (Lane lane : Lane.values()) {
                free(lane);
            }
        }
    }

    private Scheduler scheduler(Lane lane) {
        int atOnce = switch (lane) {
            case SHORT -> SHORT_JOBS_AT_ONCE;
            case FIRST_ENCODE, SPEECH -> 1;
            case LADDER -> 2;
            case ENCODE -> Math.max(1, settings.processing().workers());
        };
        List<Task<?>> tasks = kinds.stream()
                .filter(job -> job.lane() == lane)
                .<Task<?>>map(this::task)
                .toList();
        List<RecurringTask<Void>> recurringTasks =
                lane == Lane.SHORT ? recurring.stream().map(this::recurringTask).toList() : List.of();
        return Scheduler.create(database, tasks)
                .startTasks(recurringTasks)
                .tableName(lane.table())
                .schedulerName(new SchedulerName.Fixed(node.value()))
                .clock(clock::instant)
                .threads(atOnce)
                .executorService(Executors.newFixedThreadPool(
                        atOnce, Thread.ofVirtual().name(lane.table() + "-", 0).factory()))
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(STOP_WAIT)
                .failureLogging(LogLevel.OFF, false)
                .enablePriority()
                .build();
    }

    private Task<Void> task(Job job) {
        return Tasks.oneTime(job.name())
                .onDeadExecutionRevive()
                .onFailure((failure, operations) -> failed(job, failure, operations))
                .execute((instance, _) -> {
                    if (job.lane() == Lane.ENCODE) {
                        runInSlot(job, instance.getId());
                    } else {
                        run(job, instance.getId());
                    }
                });
    }

    private void runInSlot(Job job, String key) {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            throw new JobFailure(e);
        }
        try {
            run(job, key);
        } finally {
            slots.release();
        }
    }

    private static void run(Job job, String key) {
        try {
            job.run(key);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new JobFailure(e);
        }
    }

    private void failed(Job job, ExecutionComplete failure, ExecutionOperations<Void> operations) {
        String key = failure.getExecution().getId();
        if (stopping) {
            return; // left marked as this server's: freed at the end of the stop or at the next start
        }
        int attempts = failure.getExecution().consecutiveFailures + 1;
        Throwable cause = failure.getCause().orElseGet(() -> new IllegalStateException("no cause"));
        if (cause instanceof JobFailure && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (attempts >= job.maxAttempts() && !PassingFailure.is(cause)) {
            LOG.errorf(cause, "%s %s failed %d times and is given up", job.name(), key, attempts);
            job.givenUp(key, cause);
            operations.remove();
        } else {
            Duration wait = job.firstBackoff().multipliedBy(1L << Math.min(attempts - 1, 16));
            if (PassingFailure.is(cause) && wait.compareTo(LONGEST_PASSING_WAIT) > 0) {
                wait = LONGEST_PASSING_WAIT;
            }
            LOG.warnf(cause, "%s %s failed, attempt %d; again in %s", job.name(), key, attempts, wait);
            operations.reschedule(failure, clock.instant().plus(wait));
        }
    }

    private RecurringTask<Void> recurringTask(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.interval())).execute((_, _) -> {
            try {
                job.run();
            } catch (Exception e) {
                if (stopping || Thread.currentThread().isInterrupted()) {
                    return; // ended by the stop; due again after the next start
                }
                LOG.errorf(e, "%s failed; again in %s", job.name(), job.interval());
            }
        });
    }

    private void free(Lane lane) {
        transactions.read(handle -> handle.createUpdate("""
                        update %s
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                            execution_time = least(execution_time, :now)
                        where picked and picked_by = :node
                        """.formatted(lane.table()))
                .bind("node", node.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Carries a checked exception through the scheduler. */
    private static final class JobFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JobFailure(Exception cause) {
            super(cause);
        }
    }
}
