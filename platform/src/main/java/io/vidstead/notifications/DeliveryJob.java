package io.vidstead.notifications;

import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import io.vidstead.notifications.Deliveries.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is due, person by person, a bounded time at once. What was sent is forgotten after it was sent: a crash in
 * between sends it again under the same key or topic, by which the engines make it one.
 */
@ApplicationScoped
class DeliveryJob implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 8;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final MailDelivery mail;
    private final PushDelivery push;
    private final Clock clock;

    DeliveryJob(Transactions transactions, MailDelivery mail, PushDelivery push, Clock clock) {
        this.transactions = transactions;
        this.mail = mail;
        this.push = push;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications.deliveries";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        Instant end = clock.instant().plus(LONGEST_RUN);
        boolean more = true;
        while (more && clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted()) {
            boolean pushed = send(Way.PUSH);
            more = send(Way.EMAIL) || pushed;
        }
    }

    /** Whether there may be more. */
    private boolean send(Way way) {
        Instant now = clock.instant();
        List<Delivery> due = transactions.read(db -> Deliveries.due(db, way, now, BATCH));
        Map<?, List<Delivery>> people = due.stream()
                .collect(Collectors.groupingBy(one -> one.notification().user()));
        try (ExecutorService pool =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (List<Delivery> theirs : people.values()) {
                pool.execute(() -> send(way, theirs));
            }
        }
        return due.size() == BATCH;
    }

    /** To one person; what fails there holds up nobody else. */
    void send(Way way, List<Delivery> theirs) {
        try {
            switch (way) {
                case EMAIL -> mail.send(theirs);
                case PUSH -> push.send(theirs);
            }
        } catch (RuntimeException e) {
            boolean given = Attempts.exhausted(theirs);
            LOG.warnf(e, "telling by %s failed, %s", way.code(), given ? "and is given up" : "again later");
            if (given) {
                transactions.run(tx -> Deliveries.done(tx, way, theirs));
            } else {
                Instant again = clock.instant().plus(Attempts.pause(theirs, Duration.ZERO));
                transactions.run(tx -> Deliveries.later(tx, way, theirs, again));
            }
        }
    }
}
