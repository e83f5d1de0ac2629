package io.vidstead.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaylistTest {

    @Test
    void findsTheFirstSegmentAndItsRange() {
        String playlist = """
                #EXTM3U
                #EXT-X-MAP:URI="240p-x.mp4",BYTERANGE="800@0"
                #EXTINF:4.0,
                #EXT-X-BYTERANGE:1000@868
                240p-x.mp4
                #EXTINF:4.0,
                #EXT-X-BYTERANGE:900@1868
                240p-x.mp4
                """;
        assertThat(Playlist.firstSegment(playlist)).hasValueSatisfying(segment -> {
            assertThat(segment.uri()).isEqualTo("240p-x.mp4");
            assertThat(segment.range()).contains("bytes=868-1867");
        });
    }

    @Test
    void anEmptyPlaylistHasNoSegment() {
        assertThat(Playlist.firstSegment("#EXTM3U\n")).isEmpty();
    }
}
