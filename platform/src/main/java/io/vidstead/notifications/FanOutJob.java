package io.vidstead.notifications;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.engagement.Subscriptions;
import io.vidstead.engagement.Subscriptions.Subscriber;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells a channel's subscribers of a new video, batch by batch: what a batch told and how far it came commit together, so a
 * job that was cut off goes on behind the last batch and tells nobody twice.
 */
@ApplicationScoped
class FanOutJob implements Job {

    private static final Logger LOG = Logger.getLogger(FanOutJob.class);
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final Catalog catalog;
    private final Subscriptions subscriptions;
    private final Notifier notifier;
    private final Clock clock;

    FanOutJob(Transactions transactions, Catalog catalog, Subscriptions subscriptions, Notifier notifier, Clock clock) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.subscriptions = subscriptions;
        this.notifier = notifier;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications.fan-out";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public int maxAttempts() {
        return 10;
    }

    @Override
    public void run(String key) throws InterruptedException {
        VideoId video = new VideoId(key);
        while (tellBatch(video)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the server stops");
            }
        }
    }

    /** False when there was nothing left to do. */
    boolean tellBatch(VideoId id) {
        Optional<Video> video = catalog.find(id).filter(Sight::isPublic);
        Optional<FanOuts.FanOut> begun = transactions.read(db -> FanOuts.find(db, id));
        if (begun.isEmpty()) {
            return false;
        }
        List<Subscriber> batch = video.isEmpty()
                ? List.of()
                : subscriptions.subscribersOf(begun.get().channel(), begun.get().toldUpTo(), BATCH);
        return transactions.call(tx -> {
            if (!FanOuts.lock(tx, id).equals(begun)) {
                return true; // another one was quicker: look again
            }
            if (batch.isEmpty()) {
                FanOuts.done(tx, id, clock);
                return false;
            }
            UserId channel = begun.get().channel();
            notifier.tellAll(
                    tx, recipients(batch), Notice.ofVideo(Kind.NEW_VIDEO, id, Optional.of(channel), Optional.empty()));
            FanOuts.toldUpTo(tx, id, batch.getLast().userId());
            return true;
        });
    }

    /** Who wants to hear of all; the bell's middle position asks for the inbox alone. */
    private static Map<UserId, Boolean> recipients(List<Subscriber> batch) {
        Map<UserId, Boolean> recipients = new LinkedHashMap<>();
        for (Subscriber one : batch) {
            switch (one.bell()) {
                case ALL -> recipients.put(one.userId(), true);
                case PERSONALISED -> recipients.put(one.userId(), false);
                case NONE -> {}
            }
        }
        return recipients;
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.errorf(cause, "not all subscribers were told of the video %s", key);
    }
}
