package io.vidstead.comments;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code comment_rooms} and {@code comment_channels}. */
@ApplicationScoped
class RoomStore {

    private final CommentPages pages;

    RoomStore(CommentPages pages) {
        this.pages = pages;
    }

    /**
     * Nobody else changes comments of the video until the transaction ends, and from its commit on nobody sees them as they
     * were. Says what holds for new ones.
     */
    Policy lock(Handle tx, VideoId video, UserId owner) {
        pages.changed(tx, video);
        tx.createUpdate("""
                        insert into comment_rooms (video_id, owner_id) values (:video, :owner) on conflict do nothing
                        """)
                .bind("video", video.value())
                .bind("owner", owner.value())
                .execute();
        return tx.createQuery("""
                        select coalesce(r.policy, h.policy, 'open') as policy
                        from comment_rooms r left join comment_channels h on h.user_id = r.owner_id
                        where r.video_id = :video
                        for no key update of r
                        """)
                .bind("video", video.value())
                .map((row, _) -> Policy.fromString(row.getString("policy")))
                .one();
    }

    void add(Handle tx, VideoId video, long threads, long comments) {
        tx.createUpdate("""
                        update comment_rooms
                        set thread_count = thread_count + :threads, comment_count = comment_count + :comments
                        where video_id = :video
                        """)
                .bind("threads", threads)
                .bind("comments", comments)
                .bind("video", video.value())
                .execute();
    }

    void pin(Handle tx, VideoId video, CommentId comment) {
        tx.createUpdate("update comment_rooms set pinned_id = :comment where video_id = :video")
                .bind("comment", comment.value())
                .bind("video", video.value())
                .execute();
    }

    boolean isPinned(Handle handle, VideoId video, CommentId comment) {
        return handle.createQuery("""
                        select exists (select from comment_rooms where video_id = :video and pinned_id = :comment)
                        """)
                .bind("video", video.value())
                .bind("comment", comment.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** False when another one is pinned, or none. */
    boolean unpin(Handle tx, VideoId video, CommentId comment) {
        return tx.createUpdate("""
                        update comment_rooms set pinned_id = null where video_id = :video and pinned_id = :comment
                        """)
                        .bind("comment", comment.value())
                        .bind("video", video.value())
                        .execute()
                == 1;
    }

    /** Of a video: null takes its own policy away. */
    void setPolicy(Handle tx, VideoId video, @Nullable Policy policy) {
        tx.createUpdate("update comment_rooms set policy = :policy where video_id = :video")
                .bind("policy", policy == null ? null : policy.toString())
                .bind("video", video.value())
                .execute();
    }

    /** The video's own; empty where it is as the channel has it. */
    Optional<Policy> policy(Handle handle, VideoId video) {
        return handle.createQuery("select policy from comment_rooms where video_id = :video and policy is not null")
                .bind("video", video.value())
                .map((row, _) -> Policy.fromString(row.getString("policy")))
                .findOne();
    }

    void setChannelPolicy(Handle tx, UserId channel, Policy policy) {
        tx.createUpdate("""
                        insert into comment_channels (user_id, policy) values (:channel, :policy)
                        on conflict (user_id) do update set policy = excluded.policy
                        """)
                .bind("channel", channel.value())
                .bind("policy", policy.toString())
                .execute();
    }

    Policy channelPolicy(Handle handle, UserId channel) {
        return handle.createQuery("select policy from comment_channels where user_id = :channel")
                .bind("channel", channel.value())
                .map((row, _) -> Policy.fromString(row.getString("policy")))
                .findOne()
                .orElse(Policy.OPEN);
    }
}
