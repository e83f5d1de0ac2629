package io.vidstead.processing;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.LadderPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code processing}. */
@ApplicationScoped
class ProcessingStore {

    void insert(Handle tx, VideoId video, ObjectKey original, Instant now) {
        tx.createUpdate("""
                        insert into processing (video_id, original_key, created_at, updated_at)
                        values (:video, :original, :now, :now)
                        on conflict (video_id) do nothing
                        """)
                .bind("video", video.value())
                .bind("original", original.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** From now on steps work on this file. */
    void setOriginal(Handle tx, VideoId video, ObjectKey original, Instant now) {
        insert(tx, video, original, now);
        tx.createUpdate("""
                        update processing
                        set original_key = :original, starts = 0, ladder_plan = null, av1_given_up = false, updated_at = :now
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bind("original", original.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<ObjectKey> findOriginal(Handle handle, VideoId video) {
        return handle.createQuery("select original_key from processing where video_id = :video")
                .bind("video", video.value())
                .mapTo(String.class)
                .findOne()
                .map(ObjectKey::new);
    }

    Optional<LadderPlan> findPlan(Handle handle, VideoId video) {
        return handle.createQuery(
                        "select ladder_plan from processing where video_id = :video and ladder_plan is not null")
                .bind("video", video.value())
                .mapTo(String.class)
                .findOne()
                .map(LadderPlan::fromJson);
    }

    /** Keeps the plan unless there is one; the one that is kept. */
    LadderPlan keepPlan(Handle tx, VideoId video, LadderPlan plan) {
        return tx.createQuery("""
                        update processing set ladder_plan = coalesce(ladder_plan, :plan) where video_id = :video
                        returning ladder_plan
                        """)
                .bind("video", video.value())
                .bind("plan", plan.toJson())
                .mapTo(String.class)
                .findOne()
                .map(LadderPlan::fromJson)
                .orElse(plan);
    }

    boolean isAv1GivenUp(Handle handle, VideoId video) {
        return handle.createQuery("select av1_given_up from processing where video_id = :video")
                .bind("video", video.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    void giveUpAv1(Handle tx, VideoId video) {
        tx.createUpdate("update processing set av1_given_up = true where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    /** Counts a begin of the present step; how many there were that never ended, this one included. */
    int countStart(Handle handle, VideoId video, Instant now) {
        return handle.createQuery("""
                        update processing set starts = starts + 1, updated_at = :now where video_id = :video
                        returning starts
                        """)
                .bind("video", video.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .findOne()
                .orElse(1);
    }

    /** A begin that was counted has come to an end. */
    void countEnd(Handle tx, VideoId video) {
        tx.createUpdate("update processing set starts = starts - 1 where video_id = :video and starts > 0")
                .bind("video", video.value())
                .execute();
    }

    /** The present step is done: the next one begins to count anew. */
    void resetStarts(Handle tx, VideoId video) {
        tx.createUpdate("update processing set starts = 0 where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    void delete(Handle handle, VideoId video) {
        handle.createUpdate("delete from processing where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    /** Renditions of the plan are made anew, by a plan that is decided anew. */
    void orderAnew(Handle tx, VideoId video) {
        tx.createUpdate("update processing set ladder_plan = null, anew = true, starts = 0 where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    /** Whether what is there of the plan's renditions is to give way to new ones. */
    boolean isAnew(Handle handle, VideoId video) {
        return handle.createQuery("select anew from processing where video_id = :video")
                .bind("video", video.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    void anewIsDone(Handle tx, VideoId video) {
        tx.createUpdate("update processing set anew = false where video_id = :video and anew")
                .bind("video", video.value())
                .execute();
    }
}
