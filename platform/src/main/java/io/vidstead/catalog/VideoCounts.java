package io.vidstead.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How often videos were watched, liked and so on, as others may see it. */
@ApplicationScoped
public class VideoCounts {

    static final String BROADCAST = "counts";

    /** @param dislikes null where the channel keeps them to itself */
    public record Shown(
            long views,
            long likes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long dislikes,

            long comments,
            long shares) {}

    private final Transactions transactions;
    private final CountStore counts;
    private final Accounts accounts;
    private final Broadcasts broadcasts;

    VideoCounts(Transactions transactions, CountStore counts, Accounts accounts, Broadcasts broadcasts) {
        this.transactions = transactions;
        this.counts = counts;
        this.accounts = accounts;
        this.broadcasts = broadcasts;
    }

    /**
     * Tells open pages what the counts are now: call it after a change of them has committed. One statement for all of them
     * (and one for channels that are not known yet).
     */
    public void announce(Collection<VideoId> videos) {
        List<CountStore.Row> rows = transactions.read(handle -> counts.list(handle, videos));
        Map<UserId, Profile> owners =
                accounts.findAll(rows.stream().map(CountStore.Row::owner).collect(Collectors.toSet()));
        for (CountStore.Row row : rows) {
            boolean dislikes = Optional.ofNullable(owners.get(row.owner()))
                    .map(Profile::publicDislikes)
                    .orElse(false);
            broadcasts.send(Broadcasts.ofVideo(row.video()), BROADCAST, shown(row.counts(), dislikes));
        }
    }

    /** What a viewer sees of a video's counts, with something added that they do not hold yet. One statement. */
    public Shown shownTo(UserId viewer, Handle handle, Video video, CountChange pending) {
        boolean dislikes = viewer.equals(video.owner())
                || accounts.find(video.owner()).map(Profile::publicDislikes).orElse(false);
        VideoView.Counts now = counts.list(handle, List.of(video.id())).stream()
                .findFirst()
                .map(CountStore.Row::counts)
                .orElse(VideoView.Counts.NONE);
        return shown(now.plus(pending), dislikes);
    }

    private static Shown shown(VideoView.Counts now, boolean dislikes) {
        return new Shown(now.views(), now.likes(), dislikes ? now.dislikes() : null, now.comments(), now.shares());
    }
}
