package io.vidstead.app;

import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.uploads.UploadClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A video that gets another title without end, each with a word of its own. */
final class RenamedFilm {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** So long that the search index has to commit often. */
    private static final String DESCRIPTION = "all that is to be seen ".repeat(200);

    private final UploadClient owner;
    private final String video;
    private final AtomicInteger acknowledged;
    private final int before;

    RenamedFilm(UploadClient owner, String video) {
        this(owner, video, new AtomicInteger());
    }

    private RenamedFilm(UploadClient owner, String video, AtomicInteger acknowledged) {
        this.owner = owner;
        this.video = video;
        this.acknowledged = acknowledged;
        this.before = acknowledged.get();
    }

    RenamedFilm at(URI site) {
        return new RenamedFilm(owner.at(site), video, acknowledged);
    }

    /** Until the server is gone. */
    Thread rename() {
        return Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    int next = acknowledged.get() + 1;
                    int status = rename(next);
                    assertThat(status).isIn(200, 429);
                    if (status == 200) {
                        acknowledged.set(next);
                    }
                }
            } catch (UncheckedIOException _) {
                // the server is gone
            }
        });
    }

    /** Whether that was acknowledged more than so many times here. */
    boolean wasRenamed(int times) {
        return acknowledged.get() > before + times;
    }

    private int rename(int number) {
        return owner.send(
                        "PATCH",
                        "/api/v1/videos/" + video,
                        BodyPublishers.ofString("{\"title\": \"Harbour %s\", \"description\": \"%s\"}"
                                .formatted(word(number), DESCRIPTION)),
                        "Content-Type",
                        "application/json")
                .statusCode();
    }

    /** By its last title that was acknowledged, or one that was under way; by one before no more. */
    void assertFound() {
        int last = acknowledged.get();
        Await.await("the video to be found", LIMIT, () -> isFoundBy("harbour"));
        Await.await("the last title to be found", LIMIT, () -> isFoundBy(word(last)) || isFoundBy(word(last + 1)));
        Await.await("old titles to be forgotten", LIMIT, () -> !isFoundBy(word(last - 1)));
    }

    private boolean isFoundBy(String word) {
        JsonNode first = json(owner.get("/api/v1/search?q=%22" + word + "%22"))
                .path("results")
                .path(0);
        return first.path("video_id").asText().equals(video);
    }

    /** A word of letters, none of which is like another by a typing error. */
    private static String word(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> List.of("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")
                        .get(digit - '0'))
                .reduce("z", String::concat);
    }
}
