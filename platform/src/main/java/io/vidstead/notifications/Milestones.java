package io.vidstead.notifications;

import io.vidstead.accounts.Accounts;
import io.vidstead.catalog.Catalog;
import io.vidstead.engagement.SubscriptionChanged;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells owners of round numbers of views and subscribers: 100, 1,000, 10,000 and so on. Events only note which videos to look at, one
 * statement a batch; the counts themselves are looked at a little later, when their own consumer has added them up.
 */
@ApplicationScoped
class Milestones implements EventConsumer, RecurringJob {

    static final String VIEWS = "views";
    static final String SUBSCRIBERS = "subscribers";
    private static final String VIDEO_VIEWS = "video.views";
    private static final int BATCH = 500;
    private static final long FIRST = 100;

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final Catalog catalog;
    private final Accounts accounts;
    private final Notifier notifier;

    Milestones(Jdbi jdbi, Transactions transactions, Catalog catalog, Accounts accounts, Notifier notifier) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.catalog = catalog;
        this.accounts = accounts;
        this.notifier = notifier;
    }

    @Override
    public String group() {
        return "notifications.milestones";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VIDEO_VIEWS, SubscriptionChanged.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(2_000);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) {
        Set<String> subjects = events.stream().map(Event::key).collect(Collectors.toSet());
        boolean views = events.getFirst().topic().equals(VIDEO_VIEWS);
        // Not closed: the connection is the log's.
        note(jdbi.open(transaction), views ? VIEWS : SUBSCRIBERS, subjects);
    }

    static void note(Handle tx, String kind, Set<String> subjects) {
        tx.createUpdate("""
                        insert into milestone_checks (kind, subject)
                        select :kind, subject from unnest(:subjects) as s (subject) order by subject
                        on conflict do nothing
                        """)
                .bind("kind", kind)
                .bindArray("subjects", String.class, subjects.stream().sorted().toList())
                .execute();
    }

    @Override
    public String name() {
        return "notifications.milestones";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        while (transactions.call(tx -> checkViews(tx) + checkSubscribers(tx)) >= BATCH) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private int checkViews(Handle tx) {
        List<VideoId> noted = take(tx, VIEWS).stream().map(VideoId::new).toList();
        Map<VideoId, Long> counts = noted.isEmpty() ? Map.of() : catalog.viewCounts(tx, noted);
        counts.forEach((video, views) -> {
            long reached = reached(views);
            if (reached > 0) {
                catalog.find(video)
                        .ifPresent(found -> notifier.tell(
                                tx,
                                found.owner(),
                                Notice.milestone(VIEWS, video.value(), Optional.of(video), reached)));
            }
        });
        return noted.size();
    }

    private int checkSubscribers(Handle tx) {
        List<String> noted = take(tx, SUBSCRIBERS);
        Set<UserId> channels =
                noted.stream().flatMap(id -> UserId.parse(id).stream()).collect(Collectors.toSet());
        accounts.subscriberCounts(channels).forEach((channel, count) -> {
            long reached = reached(count);
            if (reached > 0) {
                notifier.tell(
                        tx, channel, Notice.milestone(SUBSCRIBERS, channel.toString(), Optional.empty(), reached));
            }
        });
        return noted.size();
    }

    private static List<String> take(Handle tx, String kind) {
        return tx.createQuery("""
                        delete from milestone_checks
                        where (kind, subject) in (select kind, subject from milestone_checks where kind = :kind
                                                  order by subject limit :limit for update skip locked)
                        returning subject
                        """)
                .bind("kind", kind)
                .bind("limit", BATCH)
                .mapTo(String.class)
                .list();
    }

    /** The largest of 100, 1,000, 10,000 and so on that the count has reached; 0 before the first. */
    static long reached(long count) {
        long milestone = 0;
        for (long next = FIRST; next <= count && next > 0; next *= 10) {
            milestone = next;
        }
        return milestone;
    }
}
