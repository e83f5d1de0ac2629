package io.vidstead.comments;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code comments}. Who changes one has locked its video's room. */
@ApplicationScoped
class CommentStore {

    Optional<Comment> find(Handle handle, CommentId id) {
        return handle.createQuery("select <columns> from comments c where c.comment_id = :id"
                        .replace("<columns>", Comment.COLUMNS))
                .bind("id", id.value())
                .map((row, _) -> Comment.of(row))
                .findOne();
    }

    /** Those of these that everybody sees; one statement. */
    List<Comment> listAlive(Handle handle, Collection<CommentId> wanted) {
        return handle.createQuery("""
                        select <columns> from comments c
                        where c.state = 'approved' and c.deleted_at is null and c.comment_id = any (:ids)
                        """.replace("<columns>", Comment.COLUMNS))
                .bindArray(
                        "ids", Long.class, wanted.stream().map(CommentId::value).toList())
                .map((row, _) -> Comment.of(row))
                .list();
    }

    /** All that everybody sees, by id. */
    List<Comment> listAliveAfter(Handle handle, Optional<CommentId> after, int limit) {
        return handle.createQuery("""
                        select <columns> from comments c
                        where c.state = 'approved' and c.deleted_at is null and c.comment_id > :after
                        order by c.comment_id limit :limit
                        """.replace("<columns>", Comment.COLUMNS))
                .bind("after", after.map(CommentId::value).orElse(Long.MIN_VALUE))
                .bind("limit", limit)
                .map((row, _) -> Comment.of(row))
                .list();
    }

    /** Those that everybody sees of a video, along the indexes of its threads and of their replies. */
    List<CommentId> listAliveBelow(Handle handle, VideoId video) {
        return handle.createQuery("""
                        with threads as (
                            select comment_id, state, deleted_at from comments
                            where video_id = :video and parent_id is null
                              and (state = 'approved' and deleted_at is null or reply_count > 0))
                        select comment_id from threads where state = 'approved' and deleted_at is null
                        union all
                        select c.comment_id from threads t join comments c on c.root_id = t.comment_id
                        where c.state = 'approved' and c.deleted_at is null
                        """)
                .bind("video", video.value())
                .map((row, _) -> new CommentId(row.getLong("comment_id")))
                .list();
    }

    /** What this author's request of that name made. */
    Optional<Comment> findByRequest(Handle handle, UserId author, String requestKey) {
        return handle.createQuery("""
                        select <columns> from comments c where c.user_id = :author and c.request_key = :key
                        """.replace("<columns>", Comment.COLUMNS))
                .bind("author", author.value())
                .bind("key", requestKey)
                .map((row, _) -> Comment.of(row))
                .findOne();
    }

    void insert(Handle tx, Comment comment, @Nullable String requestKey) {
        tx.createUpdate("""
                        insert into comments (comment_id, video_id, user_id, parent_id, root_id, parent_author, content,
                                              mentions, state, reasons, spam_score, request_key, created_at)
                        values (:id, :video, :author, :parent, :root, :parent_author, :content, :mentions, :state, :reasons,
                                :score, :key, :created)
                        """)
                .bind("id", comment.id().value())
                .bind("video", comment.video().value())
                .bind("author", comment.author().value())
                .bind("parent", number(comment.parent()))
                .bind("root", number(comment.root()))
                .bind(
                        "parent_author",
                        comment.parentAuthor() == null
                                ? null
                                : comment.parentAuthor().value())
                .bind("content", comment.content())
                .bind("mentions", joined(comment.mentions()))
                .bind("state", comment.state().toString())
                .bind("reasons", comment.reasons())
                .bind("score", comment.spamScore())
                .bind("key", requestKey)
                .bind("created", comment.created().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void edit(Handle tx, CommentId id, String content, List<UserId> mentions, Instant now) {
        tx.createUpdate("""
                        update comments
                        set content = :content, mentions = :mentions, version = version + 1, edited_at = :now
                        where comment_id = :id
                        """)
                .bind("content", content)
                .bind("mentions", joined(mentions))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id.value())
                .execute();
    }

    void setState(Handle tx, CommentId id, State state) {
        tx.createUpdate("update comments set state = :state where comment_id = :id")
                .bind("state", state.toString())
                .bind("id", id.value())
                .execute();
    }

    void setReasons(Handle tx, CommentId id, String reasons, double score) {
        tx.createUpdate("update comments set reasons = :reasons, spam_score = :score where comment_id = :id")
                .bind("reasons", reasons)
                .bind("score", score)
                .bind("id", id.value())
                .execute();
    }

    /** Its text is gone with it. */
    void delete(Handle tx, CommentId id, Instant now) {
        tx.createUpdate("""
                        update comments
                        set deleted_at = :now, content = '', mentions = '', hearted = false, report_count = 0
                        where comment_id = :id
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id.value())
                .execute();
    }

    void setHearted(Handle tx, CommentId id, boolean hearted) {
        tx.createUpdate("update comments set hearted = :hearted where comment_id = :id")
                .bind("hearted", hearted)
                .bind("id", id.value())
                .execute();
    }

    /** Adds to the counts of all that stand above a comment in its thread. */
    void addReplies(Handle tx, Comment below, int number) {
        tx.createUpdate("""
                        with recursive above as (
                            select comment_id, parent_id from comments where comment_id = :parent
                            union all
                            select c.comment_id, c.parent_id from comments c join above a on c.comment_id = a.parent_id
                        )
                        update comments set reply_count = reply_count + :number
                        where comment_id in (select comment_id from above)
                        """)
                .bind("parent", number(below.parent()))
                .bind("number", number)
                .execute();
    }

    /** False where this person reported it before. */
    boolean report(Handle tx, CommentId id, UserId by, String reason, String note, Instant now) {
        int added = tx.createUpdate("""
                        insert into comment_reports (comment_id, user_id, reason, note, created_at)
                        values (:id, :by, :reason, :note, :now) on conflict do nothing
                        """)
                .bind("id", id.value())
                .bind("by", by.value())
                .bind("reason", reason)
                .bind("note", note)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        if (added == 1) {
            tx.createUpdate("update comments set report_count = report_count + 1 where comment_id = :id")
                    .bind("id", id.value())
                    .execute();
        }
        return added == 1;
    }

    /** Whoever reported it was heard. */
    void clearReports(Handle tx, CommentId id) {
        tx.createUpdate("delete from comment_reports where comment_id = :id")
                .bind("id", id.value())
                .execute();
        tx.createUpdate("update comments set report_count = 0 where comment_id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static @Nullable Long number(@Nullable CommentId id) {
        return id == null ? null : id.value();
    }

    private static String joined(List<UserId> users) {
        return users.stream().map(UserId::toString).collect(Collectors.joining(","));
    }
}
