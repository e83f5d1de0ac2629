package io.vidstead.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPathTest {

    private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
    private static final UserId VIEWER = UserId.fromString("0HZZZZZZZZZZZ");
    private static final String SIGNATURE = "x".repeat(43);

    @Test
    void readsBothForms() {
        assertThat(MediaPath.parse("/media/dQw4w9WgXcQ/master.m3u8"))
                .contains(new MediaPath(VIDEO, Optional.empty(), "master.m3u8"));
        assertThat(MediaPath.parse("/media/dQw4w9WgXcQ/1790000000-0HZZZZZZZZZZZ/" + SIGNATURE + "/720p-a_b.mp4"))
                .contains(new MediaPath(
                        VIDEO,
                        Optional.of(new MediaPath.Signature(1_790_000_000L, VIEWER, SIGNATURE)),
                        "720p-a_b.mp4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/dQw4w9WgXcQ/",
                "/media/dQw4w9WgXcQ",
                "/media/dQw4w9WgXcQ/../x",
                "/media/dQw4w9WgXcQ/..%2f..%2fetc%2fpasswd",
                "/media/dQw4w9WgXcQ/%2e%2e/master.m3u8",
                "/media/dQw4w9WgXcQ/..",
                "/media/dQw4w9WgXcQ/.hidden",
                "/media/dQw4w9WgXcQ/a/b",
                "/media/dQw4w9WgXcQ/a\\b",
                "/media/dQw4w9WgXcQ/a\u0000b",
                "/media//master.m3u8",
                "/media/channels/a.jpg",
                "/media/dQw4w9WgXcR/master.m3u8",
                "/media/dQw4w9WgXcQ/-1/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx/master.m3u8",
                "/media/dQw4w9WgXcQ/99999999999999999999/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx/master.m3u8",
                "/media/dQw4w9WgXcQ/1790000000-0HZZZZZZZZZZZ/short/master.m3u8",
                "/media/dQw4w9WgXcQ/1790000000/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx/master.m3u8"
            })
    void everythingElseIsNoMedia(String path) {
        assertThat(MediaPath.parse(path)).isEmpty();
    }
}
