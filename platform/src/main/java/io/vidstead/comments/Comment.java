package io.vidstead.comments;

import static io.vidstead.kernel.Columns.instant;
import static io.vidstead.kernel.Columns.instantOrNull;
import static io.vidstead.kernel.Columns.longOrNull;
import static io.vidstead.kernel.Columns.userId;
import static io.vidstead.kernel.Columns.videoId;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code comments}.
 *
 * @param root the comment that begins its thread; null for that one itself
 * @param parentAuthor who wrote what it answers
 * @param version counts from 1; each edit adds one
 * @param reasons JSON array of why it was held or rejected
 * @param replies comments below it, at any depth, that everybody sees
 */
record Comment(
        CommentId id,
        VideoId video,
        UserId author,
        @Nullable CommentId parent,
        @Nullable CommentId root,
        @Nullable UserId parentAuthor,
        String content,
        List<UserId> mentions,
        int version,
        State state,
        String reasons,
        double spamScore,
        boolean hearted,
        int likes,
        int dislikes,
        int replies,
        int reports,
        double rank,
        Instant created,
        @Nullable Instant edited,
        @Nullable Instant deleted) {

    /** For every statement that reads whole rows; {@code c} is the table. */
    static final String COLUMNS = """
            c.comment_id, c.video_id, c.user_id, c.parent_id, c.root_id, c.parent_author, c.content, c.mentions, c.version,
            c.state, c.reasons, c.spam_score, c.hearted, c.like_count, c.dislike_count, c.reply_count, c.report_count, c.rank,
            c.created_at, c.edited_at, c.deleted_at
            """;

    /** Of lists: what everybody sees, and tombstones with something below them. As the indexes have it. */
    static final String LISTED = "(c.state = 'approved' and c.deleted_at is null or c.reply_count > 0)";

    /** Everybody sees its text. */
    boolean alive() {
        return state == State.APPROVED && deleted == null;
    }

    static Comment of(ResultSet row) throws SQLException {
        Long parentAuthor = longOrNull(row, "parent_author");
        return new Comment(
                new CommentId(row.getLong("comment_id")),
                videoId(row, "video_id"),
                userId(row, "user_id"),
                id(row, "parent_id"),
                id(row, "root_id"),
                parentAuthor == null ? null : new UserId(parentAuthor),
                row.getString("content"),
                mentions(row.getString("mentions")),
                row.getInt("version"),
                State.of(row.getString("state")),
                row.getString("reasons"),
                row.getDouble("spam_score"),
                row.getBoolean("hearted"),
                row.getInt("like_count"),
                row.getInt("dislike_count"),
                row.getInt("reply_count"),
                row.getInt("report_count"),
                row.getDouble("rank"),
                instant(row, "created_at"),
                instantOrNull(row, "edited_at"),
                instantOrNull(row, "deleted_at"));
    }

    private static @Nullable CommentId id(ResultSet row, String column) throws SQLException {
        Long id = longOrNull(row, column);
        return id == null ? null : new CommentId(id);
    }

    private static List<UserId> mentions(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(UserId::fromString).toList();
    }
}
