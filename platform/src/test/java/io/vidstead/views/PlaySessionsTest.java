package io.vidstead.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaySessionsTest {

    private static final VideoId VIDEO = new VideoId("AAAAAAAAAAA");
    private static final Duration LONG = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InstantSource source = () -> now;
    private final PlaySessions sessions = new PlaySessions(source.withZone(ZoneOffset.UTC));

    private @Nullable View beat(Duration length, double played, double position, boolean ended) {
        return sessions.beat(VIDEO, "viewer", length, new Heartbeat("s", played, position, ended));
    }

    private void pass(double seconds) {
        now = now.plusMillis(Math.round(seconds * 1000));
    }

    @Test
    void tenSecondsOfPlayAreAView() {
        assertThat(beat(LONG, 0, 0, false)).isNull();
        pass(5);
        assertThat(beat(LONG, 5, 5, false)).isNull();
        pass(5);
        assertThat(beat(LONG, 10, 10, false)).isEqualTo(new View(VIDEO, "viewer", now));
    }

    @Test
    void aSessionTellsOnce() {
        beat(LONG, 0, 0, false);
        pass(10);
        assertThat(beat(LONG, 10, 10, false)).isNotNull();
        pass(10);
        assertThat(beat(LONG, 20, 20, false)).isNull();
    }

    @Test
    void claimsCountOnlyAsFarAsTimeHasPassed() {
        assertThat(beat(LONG, 3600, 100, false)).isNull();
        assertThat(beat(LONG, 1e308, 100, false)).isNull();
        pass(9.9);
        assertThat(beat(LONG, 3600, 100, false)).isNull();
    }

    @Test
    void aPauseDoesNotPlay() {
        beat(LONG, 0, 0, false);
        pass(3600);
        assertThat(beat(LONG, 4, 4, false)).isNull();
    }

    @Test
    void halfOfAShortVideoIsEnough() {
        Duration length = Duration.ofSeconds(6);
        beat(length, 0, 0, false);
        pass(2.9);
        assertThat(beat(length, 2.9, 2.9, false)).isNull();
        pass(0.1);
        assertThat(beat(length, 3, 3, false)).isNotNull();
    }

    @Test
    void theEndIsAViewIfItReallyIsTheEnd() {
        beat(LONG, 0, 0, false);
        pass(2);
        assertThat(beat(LONG, 2, 100, true)).isNull();
        assertThat(beat(LONG, 2, 299, true)).isNotNull();
    }

    @Test
    void theEndInTheFirstHeartbeatIsNotBelieved() {
        assertThat(beat(LONG, 10, 300, true)).isNull();
    }

    @Test
    void aViewThatCouldNotBeKeptIsToldAgain() {
        beat(LONG, 0, 0, false);
        pass(10);
        var beat = new Heartbeat("s", 10.0, 10.0, false);
        View view = sessions.beat(VIDEO, "viewer", LONG, beat);
        assertThat(view).isNotNull();
        sessions.takeBack(view, beat);
        assertThat(beat(LONG, 10, 10, false)).isNotNull();
    }

    @Test
    void aClockThatGoesBackMakesNoView() {
        beat(LONG, 0, 0, false);
        pass(-3600);
        assertThat(beat(LONG, 10, 10, false)).isNull();
    }
}
