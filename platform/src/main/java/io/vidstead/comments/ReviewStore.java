package io.vidstead.comments;

import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What waits for a channel's owner, below all their videos. */
@ApplicationScoped
class ReviewStore {

    /** Newest first, those before the id. */
    List<Comment> list(Handle handle, UserId owner, ReviewFilter filter, long before, int limit) {
        return handle.createQuery("""
                        select <columns>
                        from comment_rooms r join comments c on c.video_id = r.video_id
                        where r.owner_id = :owner and c.deleted_at is null and c.comment_id < :before and <which>
                        order by c.comment_id desc limit :limit
                        """.replace("<columns>", Comment.COLUMNS).replace("<which>", filter.which()))
                .bind("owner", owner.value())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, _) -> Comment.of(row))
                .list();
    }

    long count(Handle handle, UserId owner, ReviewFilter filter) {
        return handle.createQuery("""
                        select count(*)
                        from comment_rooms r join comments c on c.video_id = r.video_id
                        where r.owner_id = :owner and c.deleted_at is null and <which>
                        """.replace("<which>", filter.which()))
                .bind("owner", owner.value())
                .mapTo(Long.class)
                .one();
    }
}
