package io.vidstead.catalog;

import static io.vidstead.kernel.Columns.instant;
import static io.vidstead.kernel.Columns.instantOrNull;
import static io.vidstead.kernel.Columns.text;

import io.vidstead.kernel.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads lists of videos: by keyset after a cursor, by offset for numbered pages. */
@ApplicationScoped
class CardStore {

    /** Where a list goes on: the sort key and the id of the last row before. */
    record Position(String sortKey, String videoId) {}

    List<Card> list(
            Handle handle, VideoFilter filter, VideoOrder order, Optional<Position> after, int offset, int limit) {
        String sql = """
                select v.video_id, v.user_id, v.title, v.category, v.privacy, v.stage, v.playable, v.error_code,
                       v.error_detail, v.progress, v.expected_at, v.duration_ms, v.file_size, v.saved_bytes, v.created_at, v.updated_at,
                       v.published_at, c.view_count, t.file_name, t.placeholder, p.file_name as preview, %s as sort_key
                from videos v
                join video_counts c on c.video_id = v.video_id
                left join thumbnails t on t.video_id = v.video_id and t.number = v.thumbnail
                left join derivatives p on p.video_id = v.video_id and p.kind = 'preview' and p.number = 0
                                           and p.original_key = v.original_key
                where %s %s %s limit :limit offset :offset
                """.formatted(
                        order.key(), filter.where(), after.isPresent() ? "and " + order.after() : "", order.orderBy());
        Query query = handle.createQuery(sql)
                .bindMap(filter.parameters())
                .bind("limit", limit)
                .bind("offset", after.isPresent() ? 0 : offset);
        after.ifPresent(position -> query.bind("after", position.sortKey()).bind("afterId", position.videoId()));
        return query.map((row, _) -> card(row)).list();
    }

    /** How many there are, counted up to a bound, so that its cost has one too. */
    long count(Handle handle, VideoFilter filter, int bound) {
        return handle.createQuery("select count(*) from (select from videos v where %s limit :bound) counted"
                        .formatted(filter.where()))
                .bindMap(filter.parameters())
                .bind("bound", bound)
                .mapTo(Long.class)
                .one();
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                Columns.videoId(row, "video_id"),
                Columns.userId(row, "user_id"),
                row.getString("title"),
                text(row, "category").flatMap(Category::find),
                VideoStore.privacy(row),
                VideoStore.state(row),
                row.getInt("progress"),
                Optional.ofNullable(instantOrNull(row, "expected_at")),
                row.getLong("duration_ms"),
                row.getLong("file_size"),
                row.getLong("saved_bytes"),
                row.getLong("view_count"),
                text(row, "file_name"),
                text(row, "placeholder"),
                text(row, "preview"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                Optional.ofNullable(instantOrNull(row, "published_at")),
                row.getString("sort_key"));
    }
}
