package io.vidstead.recommendations;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The trained model as rows. */
@ApplicationScoped
class NeighbourStore {

    /** A video that those will like who liked another, and how sure that is. */
    record Near(VideoId video, double weight) {}

    Map<VideoId, List<Near>> find(Handle handle, Collection<VideoId> videos) {
        Map<VideoId, List<Near>> found = new HashMap<>();
        handle.createQuery("""
                        select video_id, near, weights from video_neighbours
                        where video_id = any (string_to_array(:videos, ','))
                        """)
                .bind("videos", videos.stream().map(VideoId::value).collect(Collectors.joining(",")))
                .map((row, _) -> Map.entry(
                        Columns.videoId(row, "video_id"), near(row.getArray("near"), row.getArray("weights"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static List<Near> near(Array videos, Array weights) throws SQLException {
        String[] ids = (String[]) videos.getArray();
        Float[] numbers = (Float[]) weights.getArray();
        List<Near> near = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            near.add(new Near(VideoId.fromString(ids[i]), numbers[i]));
        }
        return near;
    }

    /** Puts a model in the place of the one before: readers see the one or the other. */
    void replace(Handle tx, Map<VideoId, List<Near>> model) {
        tx.execute("lock table neighbours_trained in share row exclusive mode"); // one training's at a time
        tx.execute("delete from video_neighbours");
        if (model.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.prepareBatch("insert into video_neighbours (video_id, near, weights) values"
                + " (:video, string_to_array(:near, ','), string_to_array(:weights, ',')::real[])");
        model.forEach((video, near) -> batch.bind("video", video.value())
                .bind("near", near.stream().map(one -> one.video().value()).collect(Collectors.joining(",")))
                .bind(
                        "weights",
                        near.stream().map(one -> Double.toString(one.weight())).collect(Collectors.joining(",")))
                .add());
        batch.execute();
    }

    /** Takes note of a training. */
    void trained(Handle tx, Instant when, int interactions, int viewers, int videos, Duration took) {
        tx.createUpdate("""
                        insert into neighbours_trained (trained_at, interactions, viewers, videos, took_ms)
                        values (:when, :interactions, :viewers, :videos, :took)
                        on conflict (only_one) do update
                        set trained_at = excluded.trained_at, interactions = excluded.interactions,
                            viewers = excluded.viewers, videos = excluded.videos, took_ms = excluded.took_ms
                        """)
                .bind("when", when.atOffset(ZoneOffset.UTC))
                .bind("interactions", interactions)
                .bind("viewers", viewers)
                .bind("videos", videos)
                .bind("took", (int) took.toMillis())
                .execute();
    }
}
