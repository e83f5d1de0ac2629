package io.vidstead.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.catalog.VideoState.Done;
import io.vidstead.catalog.VideoState.Encoding;
import io.vidstead.catalog.VideoState.Failed;
import io.vidstead.catalog.VideoState.Finishing;
import io.vidstead.catalog.VideoState.Probing;
import io.vidstead.catalog.VideoState.Publishing;
import io.vidstead.catalog.VideoState.Queued;
import io.vidstead.catalog.VideoState.Uploading;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoStateTest {

    private static final List<VideoState> ALL = List.of(
            new Uploading(),
            new Queued(),
            new Probing(),
            new Publishing(),
            new Encoding(false),
            new Encoding(true),
            new Finishing(),
            new Done(),
            new Failed("broken", "It is broken.", false),
            new Failed("broken", "It is broken.", true));

    @Test
    void theUsualWayIsLegal() {
        List<VideoState> way = List.of(
                new Uploading(),
                new Queued(),
                new Probing(),
                new Publishing(),
                new Encoding(false),
                new Encoding(true),
                new Finishing(),
                new Done());
        for (int i = 1; i < way.size(); i++) {
            assertThat(way.get(i - 1).mayBecome(way.get(i))).isTrue();
        }
    }

    @Test
    void everyStateMayBeEnteredAgain() {
        assertThat(ALL).allMatch(state -> state.mayBecome(state));
    }

    @Test
    void whatWasPlayableStaysPlayable() {
        for (VideoState from : ALL) {
            for (VideoState to : ALL) {
                if (from.playable() && from.mayBecome(to)) {
                    assertThat(to.playable()).as("%s to %s", from, to).isTrue();
                }
            }
        }
    }

    @Test
    void nothingGoesBackToUploadingAndNothingSkipsProbing() {
        for (VideoState from : ALL) {
            assertThat(from.mayBecome(new Uploading())).isEqualTo(from instanceof Uploading);
        }
        assertThat(new Queued().mayBecome(new Publishing())).isFalse();
        assertThat(new Uploading().mayBecome(new Probing())).isFalse();
        assertThat(new Uploading().mayBecome(new Done())).isFalse();
        assertThat(new Probing().mayBecome(new Done())).isFalse();
    }

    @Test
    void aFailedVideoMayBeTriedAgain() {
        assertThat(new Failed("x", "", false).mayBecome(new Queued())).isTrue();
        assertThat(new Failed("x", "", true).mayBecome(new Encoding(true))).isTrue();
        assertThat(new Failed("x", "", true).mayBecome(new Queued())).isFalse();
    }

    @Test
    void readyMeansPlayable() {
        for (VideoState state : ALL) {
            assertThat(state.status().equals("ready")).as("%s", state).isEqualTo(state.playable());
        }
        assertThat(new Failed("x", "", false).status()).isEqualTo("failed");
        assertThat(new Failed("x", "", true).stage()).isEqualTo("failed");
    }
}
