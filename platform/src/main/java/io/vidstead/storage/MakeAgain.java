package io.vidstead.storage;

import io.vidstead.catalog.ReducedWatched;
import io.vidstead.kernel.Transactions;
import io.vidstead.processing.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Has the upper renditions of a video made again as soon as somebody plays it. */
@ApplicationScoped
class MakeAgain {

    private static final Logger LOG = Logger.getLogger(MakeAgain.class);

    private final Upkeep upkeep;
    private final Transactions transactions;

    MakeAgain(Upkeep upkeep, Transactions transactions) {
        this.upkeep = upkeep;
        this.transactions = transactions;
    }

    /** Of many viewers at once the first orders; the others find the video busy. */
    void watched(@ObservesAsync ReducedWatched event) {
        Upkeep.Outcome outcome = transactions.call(tx -> upkeep.complete(tx, event.videoId()));
        LOG.debugf("reduced video %s is watched: %s", event.videoId(), outcome);
    }
}
