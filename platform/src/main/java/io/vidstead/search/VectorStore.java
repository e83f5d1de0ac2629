package io.vidstead.search;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code search_vectors}: vectors by what they were made of, so that an index is built anew without the model. */
@ApplicationScoped
class VectorStore {

    /** @param digest of the text, see {@link Vectors} */
    record Row(String digest, byte[] vector) {}

    Map<String, byte[]> find(Handle handle, VideoId video, String model) {
        Map<String, byte[]> found = new HashMap<>();
        handle.createQuery("select digest, vector from search_vectors where video_id = :video and model = :model")
                .bind("video", video.value())
                .bind("model", model)
                .map((row, _) -> new Row(row.getString("digest"), row.getBytes("vector")))
                .forEach(row -> found.put(row.digest(), row.vector()));
        return found;
    }

    /** One of each of many videos: the one made of the text with this digest. */
    Map<VideoId, byte[]> findAll(Handle handle, String model, Map<VideoId, String> digests) {
        Map<VideoId, byte[]> found = new HashMap<>();
        List<Map.Entry<VideoId, String>> wanted = List.copyOf(digests.entrySet());
        handle.createQuery("""
                        select v.video_id, v.vector
                        from unnest(string_to_array(:videos, ','), string_to_array(:digests, ',')) as n (video_id, digest)
                        join search_vectors v on v.video_id = n.video_id and v.digest = n.digest
                        where v.model = :model
                        """)
                .bind(
                        "videos",
                        wanted.stream().map(each -> each.getKey().value()).collect(Collectors.joining(",")))
                .bind("digests", wanted.stream().map(Map.Entry::getValue).collect(Collectors.joining(",")))
                .bind("model", model)
                .map((row, _) -> Map.entry(Columns.videoId(row, "video_id"), row.getBytes("vector")))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    /** Puts these in the place of all of the video's, of whatever model. */
    void replace(Handle tx, VideoId video, String model, Collection<Row> rows) {
        remove(tx, video);
        var batch = tx.prepareBatch("""
                insert into search_vectors (video_id, digest, model, vector) values (:video, :digest, :model, :vector)
                """);
        for (Row row : rows) {
            batch.bind("video", video.value())
                    .bind("digest", row.digest())
                    .bind("model", model)
                    .bind("vector", row.vector())
                    .add();
        }
        if (!rows.isEmpty()) {
            batch.execute();
        }
    }

    void remove(Handle tx, VideoId video) {
        tx.createUpdate("delete from search_vectors where video_id = :video")
                .bind("video", video.value())
                .execute();
    }
}
