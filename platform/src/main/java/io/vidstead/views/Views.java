package io.vidstead.views;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What views tell of videos, for other features. */
@ApplicationScoped
public class Views {

    private final Transactions transactions;
    private final LastWatched watched;

    Views(Transactions transactions, LastWatched watched) {
        this.transactions = transactions;
        this.watched = watched;
    }

    /** When somebody last watched those of these videos that were watched, to within an hour. One statement. */
    public Map<VideoId, Instant> lastWatched(Collection<VideoId> videos) {
        return transactions.read(handle -> watched.find(handle, videos));
    }

    /** Since when that is known: a video without an answer was not watched since. */
    public Instant knownSince() {
        return transactions.read(watched::since);
    }
}
