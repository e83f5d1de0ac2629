package io.vidstead.engagement;

import io.vidstead.catalog.ViewerStates;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** How viewers stand to videos and their channels. */
@ApplicationScoped
class Standing implements ViewerStates {

    private final Transactions transactions;

    Standing(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ViewerState find(UserId viewer, VideoId video, UserId channel) {
        return transactions.read(handle -> handle.createQuery("""
                        select (select reaction from reactions where video_id = :video and user_id = :viewer) as reaction,
                               (select bell from subscriptions
                                where channel_id = :channel and user_id = :viewer and active) as bell
                        """)
                .bind("viewer", viewer)
                .bind("video", video)
                .bind("channel", channel)
                .map((row, _) -> new ViewerState(reaction(row.getInt("reaction")), row.getString("bell")))
                .one());
    }

    private static @Nullable String reaction(int stored) {
        return stored == 0 ? null : Reaction.ofStored(stored).code();
    }
}
