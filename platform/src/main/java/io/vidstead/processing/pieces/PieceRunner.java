package io.vidstead.processing.pieces;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.jobs.EncodeSlots;
import io.vidstead.jobs.PassingFailure;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.media.Cancellation;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes pieces from the queue, one whenever this server has a slot for it, and has them made. */
@ApplicationScoped
class PieceRunner {

    private static final Logger LOG = Logger.getLogger(PieceRunner.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration PASSING_WAIT = Duration.ofSeconds(10);

    /** How often a piece is taken, if it only takes its workers down; and how often if it says why it failed. */
    private static final int MAX_CLAIMS = 20;

    private static final int MAX_FAILURES = 4;
    private static final int LAST = 10_000;

    private final Pieces pieces;
    private final PieceWork work;
    private final EncodeSlots slots;
    private final Settings settings;
    private final Semaphore woken = new Semaphore(0);
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private @Nullable Thread dispatcher;

    PieceRunner(Pieces pieces, PieceWork work, EncodeSlots slots, Settings settings) {
        this.pieces = pieces;
        this.work = work;
        this.slots = slots;
        this.settings = settings;
    }

    /** After all other observers, so that whatever the work needs has started. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + LAST) StartupEvent event) {
        if (settings.roles().contains(ServerRole.WORKER)
                && settings.processing().workers() > 0) {
            pieces.giveBackOwn();
            pieces.onWake(woken::release);
            dispatcher = Thread.ofVirtual().name("pieces").start(this::dispatch);
        }
    }

    /** Interrupts what is made; it is given back for whoever comes next. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        Thread running = dispatcher;
        if (running != null) {
            running.interrupt();
            working.forEach(Thread::interrupt);
            pieces.giveBackOwn();
        }
    }

    private void dispatch() {
        try {
            while (!stopping) {
                slots.acquire();
                long before = System.nanoTime();
                Optional<LeasedPiece> leased = claim();
                if (leased.isPresent()) {
                    Thread.ofVirtual()
                            .name("piece-" + leased.get().token())
                            .start(() -> makeAndRelease(leased.get(), before));
                } else {
                    slots.release();
                    woken.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database may be away: then there is nothing to do, too. */
    private Optional<LeasedPiece> claim() {
        try {
            return pieces.claim();
        } catch (RuntimeException e) {
            LOG.debugf("no piece could be claimed: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private void makeAndRelease(LeasedPiece leased, long claimedAt) {
        working.add(Thread.currentThread());
        Cancellation cancellation = new Cancellation();
        try (Lease lease =
                new Lease(pieces, leased, claimedAt, settings.processing().lease(), cancellation)) {
            if (leased.claims() > MAX_CLAIMS) {
                work.givenUp(leased.piece().video(), new IllegalStateException("taken " + MAX_CLAIMS + " times"));
            } else {
                work.make(leased, lease, cancellation);
            }
        } catch (Exception e) {
            if (!stopping && !cancellation.isCancelled()) {
                failed(leased, e);
            }
        } finally {
            working.remove(Thread.currentThread());
            slots.release();
        }
    }

    private void failed(LeasedPiece leased, Exception cause) {
        try {
            int failures = leased.failures() + 1;
            if (PassingFailure.is(cause)) {
                LOG.warnf("%s waits: %s", leased, cause.getMessage());
                pieces.giveBack(leased, PASSING_WAIT);
            } else if (failures >= MAX_FAILURES) {
                LOG.errorf(cause, "%s failed %d times and is given up", leased, failures);
                work.givenUp(leased.piece().video(), cause);
            } else {
                LOG.warnf(cause, "%s failed, attempt %d", leased, failures);
                pieces.fail(leased, FIRST_WAIT.multipliedBy(1L << failures));
            }
        } catch (RuntimeException e) {
            LOG.warnf("%s is left to the end of its lease: %s", leased, e.getMessage());
        }
    }
}
