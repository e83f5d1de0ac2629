package io.vidstead.comments;

import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads a page of comments, what is pinned, what of the reader is held, and the first replies of each: one statement. */
@ApplicationScoped
class CommentLists {

    static final int REPLIES_SHOWN = 2;
    private static final int OWN_HELD_SHOWN = 20;

    /** In which part of the answer a row belongs. */
    enum Place {
        PINNED,
        OWN_HELD,
        LISTED,
        REPLY
    }

    /** @param vote the reader's own: 1, −1 or 0 */
    record Listed(Place place, Comment comment, int vote) {}

    /** @param threadExists whether what was asked for is a comment of this video */
    record Room(Policy policy, long threads, long comments, long total, boolean threadExists) {}

    /** @param more whether there is a next page */
    record Page(Room room, List<Listed> rows, boolean more) {

        Optional<Comment> last() {
            return rows.stream()
                    .filter(row -> row.place() == Place.LISTED)
                    .map(Listed::comment)
                    .reduce((_, later) -> later);
        }
    }

    private record Row(Room room, @Nullable Listed listed) {}

    private final Cursors cursors;

    CommentLists(SigningKey key) {
        this.cursors = new Cursors(key);
    }

    Cursors cursors() {
        return cursors;
    }

    Page list(Handle handle, CommentQuery query, UserId owner, Optional<UserId> reader) {
        Optional<CommentQuery.Place> after = query.place(cursors);
        boolean skips = after.isEmpty() && query.page().offset() > 0;
        Query statement = handle.createQuery(sql(query, after.isPresent(), skips))
                .bind("video", query.video().value())
                .bind("owner", owner.value())
                .bind("reader", reader.map(UserId::value).orElse(null));
        after.ifPresent(place -> statement.bind("rank", place.rank()).bind("id", place.id()));
        if (skips) {
            statement.bind("offset", query.page().offset());
        }
        switch (query.part()) {
            case CommentQuery.Part.Threads _ -> {}
            case CommentQuery.Part.RepliesTo(CommentId parent) -> statement.bind("thread", parent.value());
            case CommentQuery.Part.Below(CommentId root) -> statement.bind("thread", root.value());
        }
        return page(statement.map((row, _) -> row(row)).list(), query.page().limit());
    }

    private static Page page(List<Row> rows, int limit) {
        List<Listed> listed = new ArrayList<>();
        List<Listed> replies = new ArrayList<>();
        int threads = 0;
        Optional<CommentId> beyond = Optional.empty();
        for (Row row : rows) {
            Listed one = row.listed();
            if (one == null) {
                continue;
            }
            if (one.place() == Place.REPLY) {
                replies.add(one);
            } else if (one.place() == Place.LISTED && ++threads > limit) {
                beyond = Optional.of(one.comment().id());
            } else {
                listed.add(one);
            }
        }
        CommentId unseen = beyond.orElse(null);
        replies.stream()
                .filter(reply -> !Objects.equals(unseen, reply.comment().parent()))
                .forEach(listed::add);
        return new Page(rows.getFirst().room(), listed, beyond.isPresent());
    }

    /**
     * What everybody sees in the order asked for; the room's columns come with each row, and with an empty one where none is.
     *
     * <p>How many rows are wanted is written out: with a parameter PostgreSQL expects a tenth of all rows from a prepared
     * statement, and so plans it anew for each call, which takes longer than to run it.
     */
    private static String sql(CommentQuery query, boolean behind, boolean offset) {
        String which = switch (query.part()) {
            case CommentQuery.Part.Threads _ -> "c.video_id = :video and c.parent_id is null";
            case CommentQuery.Part.RepliesTo _ -> "c.video_id = :video and c.parent_id = :thread";
            case CommentQuery.Part.Below _ -> "c.video_id = :video and c.root_id = :thread";
        };
        boolean threads = query.part() instanceof CommentQuery.Part.Threads;
        String total = switch (query.part()) {
            case CommentQuery.Part.Threads _ -> "coalesce(r.thread_count, 0)";
            case CommentQuery.Part.RepliesTo _ ->
                "(select count(*) from comments c where c.parent_id = :thread and " + Comment.LISTED + ")";
            case CommentQuery.Part.Below _ ->
                "coalesce((select c.reply_count from comments c where c.comment_id = :thread), 0)";
        };
        String exists = threads
                ? "true"
                : "exists (select from comments c where c.comment_id = :thread and c.video_id = :video)";
        return """
                with room as (
                    select coalesce(r.policy, h.policy, 'open') as policy, coalesce(r.thread_count, 0) as thread_count,
                           coalesce(r.comment_count, 0) as comment_count, r.pinned_id, <total> as total,
                           <exists> as thread_exists
                    from (select) one
                    left join comment_rooms r on r.video_id = :video
                    left join comment_channels h on h.user_id = :owner
                ), listed as (
                    (select 0 as place, <columns> from comments c
                     where <first> and <threads> and c.comment_id = (select pinned_id from room)
                       and c.state = 'approved' and c.deleted_at is null)
                    union all
                    (select 1, <columns> from comments c
                     where <first> and c.user_id = :reader and <which> and c.state = 'held' and c.deleted_at is null
                       and c.reply_count = 0
                     order by c.comment_id desc limit <held_limit>)
                    union all
                    (select 2, <columns> from comments c
                     where <which> and <listed> <behind>
                       and (not <threads> or c.comment_id is distinct from (select pinned_id from room))
                     order by <by> limit <limit> <offset>)
                ), shown as (
                    select c.* from listed c
                    union all
                    select 3, r.* from listed l cross join lateral (
                        select <columns> from comments c
                        where <threads> and c.parent_id = l.comment_id and <listed>
                        order by c.comment_id limit <replies>) r
                )
                select room.policy, room.thread_count, room.comment_count, room.total, room.thread_exists, c.place,
                       <columns>, v.vote
                from room
                left join shown c on true
                left join comment_votes v on v.comment_id = c.comment_id and v.user_id = :reader
                order by c.place, case when c.place in (1, 3) then c.comment_id end, <by>
                """.replace("<total>", total)
                .replace("<exists>", exists)
                .replace("<first>", Boolean.toString(query.first()))
                .replace("<limit>", Integer.toString(query.page().limit() + 1))
                .replace("<offset>", offset ? "offset :offset" : "")
                .replace("<held_limit>", Integer.toString(OWN_HELD_SHOWN))
                .replace("<replies>", Integer.toString(REPLIES_SHOWN))
                .replace("<threads>", Boolean.toString(threads))
                .replace("<which>", which)
                .replace("<behind>", behind ? "and " + query.order().behind() : "")
                .replace("<by>", query.order().by())
                .replace("<columns>", Comment.COLUMNS)
                .replace("<listed>", Comment.LISTED);
    }

    private static Row row(ResultSet row) throws SQLException {
        Room room = new Room(
                Policy.fromString(row.getString("policy")),
                row.getLong("thread_count"),
                row.getLong("comment_count"),
                row.getLong("total"),
                row.getBoolean("thread_exists"));
        int place = row.getInt("place");
        return row.wasNull()
                ? new Row(room, null)
                : new Row(room, new Listed(Place.values()[place], Comment.of(row), row.getInt("vote")));
    }
}
