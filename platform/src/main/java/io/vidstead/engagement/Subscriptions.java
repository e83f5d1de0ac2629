package io.vidstead.engagement;

import io.vidstead.accounts.ChannelSubscribers;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Who follows whom, for other features. */
@ApplicationScoped
public class Subscriptions implements ChannelSubscribers {

    /** Somebody who subscribes to a channel. */
    public record Subscriber(UserId userId, Bell bell) {}

    private final Transactions transactions;
    private final SubscriptionStore store;

    Subscriptions(Transactions transactions, SubscriptionStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * A batch of a channel's subscribers in the order of their ids. One statement along an index, however many there are;
     * who comes or goes between two batches may or may not be among them.
     *
     * @param channel its owner's id
     * @param after the last one of the batch before; absent for the first batch
     * @return fewer than the limit only when there are no more
     */
    public List<Subscriber> subscribersOf(UserId channel, Optional<UserId> after, int limit) {
        return transactions.read(handle -> store.subscribers(handle, channel, after, limit));
    }

    /** The bell of a subscriber; absent for everybody else. One statement. */
    public Optional<Bell> find(UserId subscriber, UserId channel) {
        return transactions.read(handle -> store.find(handle, subscriber, channel));
    }

    /** The channels that somebody follows, the latest first. One statement. */
    public List<UserId> channelsOf(UserId subscriber, int limit) {
        return transactions.read(handle -> store.channelsOf(handle, subscriber, limit));
    }

    @Override
    public Optional<String> bell(UserId viewer, UserId channel) {
        return find(viewer, channel).map(Bell::code);
    }
}
