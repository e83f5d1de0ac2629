package io.vidstead.notifications;

import io.vidstead.catalog.Video;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code notification_fan_outs}: which new videos subscribers are told of, each once, and how far that is. */
@ApplicationScoped
class FanOuts {

    /** @param toldUpTo the last subscriber who was told */
    record FanOut(VideoId video, UserId channel, Optional<UserId> toldUpTo) {}

    private final Jobs jobs;
    private final FanOutJob job;
    private final Clock clock;

    FanOuts(Jobs jobs, FanOutJob job, Clock clock) {
        this.jobs = jobs;
        this.job = job;
        this.clock = clock;
    }

    /** Nothing happens when subscribers were told of it before. */
    void begin(Handle tx, Video video) {
        int begun = tx.createUpdate("""
                        insert into notification_fan_outs (video_id, channel, begun_at) values (:video, :channel, :now)
                        on conflict do nothing
                        """)
                .bind("video", video.id())
                .bind("channel", video.owner())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        if (begun == 1) {
            jobs.schedule(tx, job, video.id().value(), clock.instant());
        }
    }

    /** One that is not done. */
    static Optional<FanOut> find(Handle handle, VideoId video) {
        return select(handle, video, "");
    }

    /** As {@link #find}; nobody else works on it until the transaction ends. */
    static Optional<FanOut> lock(Handle tx, VideoId video) {
        return select(tx, video, "for update");
    }

    private static Optional<FanOut> select(Handle handle, VideoId video, String suffix) {
        return handle.createQuery("""
                        select video_id, channel, told_up_to from notification_fan_outs
                        where video_id = :video and done_at is null
                        """ + suffix)
                .bind("video", video)
                .map((row, _) -> new FanOut(
                        Columns.videoId(row, "video_id"),
                        Columns.userId(row, "channel"),
                        Optional.ofNullable(Columns.longOrNull(row, "told_up_to"))
                                .map(UserId::new)))
                .findOne();
    }

    static void toldUpTo(Handle tx, VideoId video, UserId last) {
        tx.createUpdate("update notification_fan_outs set told_up_to = :last where video_id = :video")
                .bind("video", video)
                .bind("last", last)
                .execute();
    }

    static void done(Handle tx, VideoId video, Clock clock) {
        tx.createUpdate("update notification_fan_outs set done_at = :now where video_id = :video")
                .bind("video", video)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
