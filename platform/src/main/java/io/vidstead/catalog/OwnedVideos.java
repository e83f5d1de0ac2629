package io.vidstead.catalog;

import io.vidstead.accounts.ChannelVideos;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells channels how many videos they show. */
@ApplicationScoped
class OwnedVideos implements ChannelVideos {

    private static final int MAX_COUNTED = 100_000;

    private final Transactions transactions;
    private final CardStore cards;

    OwnedVideos(Transactions transactions, CardStore cards) {
        this.transactions = transactions;
        this.cards = cards;
    }

    @Override
    public long publicCount(UserId owner) {
        var filter = new VideoFilter.Public(Optional.empty(), Optional.of(owner));
        return transactions.read(handle -> cards.count(handle, filter, MAX_COUNTED));
    }
}
