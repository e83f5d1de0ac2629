package io.vidstead.catalog;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What everybody may find: videos that are public, playable and not deleted, as they are at this moment. Whoever keeps copies
 * of videos asks here before showing them to anybody.
 */
@ApplicationScoped
public class PublicVideos {

    private static final String SELECT = "select " + VideoStore.COLUMNS + """
            , c.view_count, c.like_count, c.dislike_count, c.comment_count, c.share_count
            from videos v join video_counts c on c.video_id = v.video_id
            where v.privacy = 'public' and v.playable and v.deleted_at is null
            """;

    /** A video and what was counted of it. */
    public record PublicVideo(Video video, long views, long likes, long dislikes) {}

    private final Transactions transactions;

    PublicVideos(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Those of the videos that everybody may find; one statement. */
    public Map<VideoId, PublicVideo> find(Collection<VideoId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<PublicVideo> read = transactions.read(handle -> handle.createQuery(
                        SELECT + " and v.video_id = any (string_to_array(:videos, ','))")
                .bind("videos", wanted.stream().map(VideoId::value).collect(Collectors.joining(",")))
                .map((row, _) -> video(row))
                .list());
        Map<VideoId, PublicVideo> found = LinkedHashMap.newLinkedHashMap(read.size());
        read.forEach(each -> found.put(each.video().id(), each));
        return found;
    }

    /** All there are, by id, in parts. */
    public List<PublicVideo> list(Optional<VideoId> after, int limit) {
        return transactions.read(handle -> list(handle, after.map(VideoId::value).orElse(""), limit));
    }

    private static List<PublicVideo> list(Handle handle, String after, int limit) {
        return handle.createQuery(SELECT + " and v.video_id > :after order by v.video_id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> video(row))
                .list();
    }

    private static PublicVideo video(ResultSet row) throws SQLException {
        VideoView.Counts counts = VideoView.Counts.of(row);
        return new PublicVideo(VideoStore.video(row), counts.views(), counts.likes(), counts.dislikes());
    }
}
