package io.vidstead.comments;

import io.vidstead.engines.Await;
import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads what the log was told of a video's comments. */
final class Told {

    private Told() {}

    /** The payloads in their order, once there are so many. */
    static List<String> about(Jdbi jdbi, VideoId video, int number) {
        Await.await(
                number + " events",
                Duration.ofSeconds(20),
                () -> read(jdbi, video).size() >= number);
        return read(jdbi, video);
    }

    private static List<String> read(Jdbi jdbi, VideoId video) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select payload from events where topic = 'video.comments' and key = :video order by position
                        """)
                .bind("video", video.value())
                .mapTo(String.class)
                .list());
    }
}
