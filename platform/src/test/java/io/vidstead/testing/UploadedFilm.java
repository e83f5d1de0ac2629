package io.vidstead.testing;

import static io.vidstead.uploads.UploadClient.json;

import io.vidstead.engines.Await;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.processing.Clips;
import io.vidstead.uploads.UploadClient;
import java.nio.file.Path;
import java.time.Duration;

/** A film of two seconds that somebody uploads to a server of its own process. */
public final class UploadedFilm {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private UploadedFilm() {}

    /**
     * Returns when it plays.
     *
     * @return its video's id
     */
    public static String of(UploadClient user) {
        byte[] film = new Clips(FfmpegTools.packaged(Path.of("target", "tools")), Path.of("target", "clips"))
                .h264(2, 320, 240);
        String video = user.patch(user.tus(film.length), 0, film)
                .headers()
                .firstValue("Vidstead-Video-Id")
                .orElseThrow();
        Await.await(
                "the film to play",
                LIMIT,
                () -> json(user.get("/api/v1/videos/" + video + "/status"))
                        .path("playable")
                        .asBoolean());
        return video;
    }
}
