package io.vidstead.catalog;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads videos that everybody may find, without what only pages show. */
@ApplicationScoped
class PublicVideoStore {

    private static final String SELECT = """
            select v.video_id, v.user_id, v.title, v.description, v.tags, v.category, v.language, v.duration_ms, v.height,
                   v.premium, coalesce(v.published_at, v.created_at) as published,
                   c.view_count, c.like_count, c.dislike_count
            from videos v join video_counts c on c.video_id = v.video_id
            where v.privacy = 'public' and v.playable and v.deleted_at is null
            """;

    List<PublicVideo> find(Handle handle, Collection<VideoId> wanted) {
        return handle.createQuery(SELECT + " and v.video_id = any (string_to_array(:videos, ','))")
                .bind("videos", wanted.stream().map(VideoId::value).collect(Collectors.joining(",")))
                .map((row, _) -> video(row))
                .list();
    }

    List<PublicVideo> list(Handle handle, String after, int limit) {
        return handle.createQuery(SELECT + " and v.video_id > :after order by v.video_id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> video(row))
                .list();
    }

    List<PublicVideo> newest(Handle handle, Optional<Category> category, int limit) {
        return narrowed(handle, category, " order by v.published_at desc, v.video_id desc limit :limit", limit);
    }

    List<PublicVideo> popular(Handle handle, Optional<Category> category, int limit) {
        return narrowed(handle, category, " order by c.view_count desc, v.video_id desc limit :limit", limit);
    }

    private static List<PublicVideo> narrowed(Handle handle, Optional<Category> category, String order, int limit) {
        Query query = handle.createQuery(SELECT + (category.isPresent() ? " and v.category = :category" : "") + order)
                .bind("limit", limit);
        category.ifPresent(one -> query.bind("category", one.code()));
        return query.map((row, _) -> video(row)).list();
    }

    /** A few of each channel along its index, however many it has. */
    List<PublicVideo> newestOf(Handle handle, Collection<UserId> channels, int limit) {
        return handle.createQuery(SELECT + """
                         and v.video_id in (
                             select f.video_id
                             from unnest(string_to_array(:channels, ',')::bigint[]) as n (user_id)
                             cross join lateral (
                                 select o.video_id from videos o
                                 where o.user_id = n.user_id and o.privacy = 'public' and o.playable
                                       and o.deleted_at is null
                                 order by o.published_at desc, o.video_id desc limit 10) f)
                        order by v.published_at desc, v.video_id desc limit :limit
                        """)
                .bind(
                        "channels",
                        channels.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",")))
                .bind("limit", limit)
                .map((row, _) -> video(row))
                .list();
    }

    List<PublicVideo> tagged(Handle handle, Collection<String> tags, int limit) {
        return handle.createQuery(SELECT + """
                         and v.tags && string_to_array(:tags, U&'\\001F')
                        order by v.published_at desc, v.video_id desc limit :limit
                        """)
                .bind("tags", String.join("\u001F", tags))
                .bind("limit", limit)
                .map((row, _) -> video(row))
                .list();
    }

    private static PublicVideo video(ResultSet row) throws SQLException {
        return new PublicVideo(
                Columns.videoId(row, "video_id"),
                Columns.userId(row, "user_id"),
                row.getString("title"),
                row.getString("description"),
                List.of((String[]) row.getArray("tags").getArray()),
                Columns.text(row, "category").flatMap(Category::find),
                Columns.text(row, "language"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getInt("height"),
                row.getBoolean("premium"),
                Columns.instant(row, "published"),
                row.getLong("view_count"),
                row.getLong("like_count"),
                row.getLong("dislike_count"));
    }
}
