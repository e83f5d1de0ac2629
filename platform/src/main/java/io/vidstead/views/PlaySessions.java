package io.vidstead.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Decides from heartbeats whether a viewer watched a video. What a player says it played counts only as far as time has gone
 * by on this server since its first heartbeat, so nobody can claim a view faster than by watching.
 *
 * <p>Kept in memory and bounded: a restart makes a viewer play on for another ten seconds at most. That a view is counted
 * once is not decided here but where it is counted.
 */
@ApplicationScoped
class PlaySessions {

    private static final double ENOUGH_SECONDS = 10;
    /** Of the video's end that may be missing when a player says that it is there. */
    private static final double END_SLACK_SECONDS = 2;

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MAX_SESSIONS = 200_000;

    private record Key(VideoId video, String viewer, String session) {}

    private record Session(Instant begun, AtomicBoolean told) {}

    private final Clock clock;
    private final Cache<Key, Session> sessions = Caffeine.newBuilder()
            .maximumSize(MAX_SESSIONS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    PlaySessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a heartbeat in.
     *
     * @param length of the video
     * @return the view, the first time that enough was played in this session
     */
    @Nullable
    View beat(VideoId video, String viewer, Duration length, Heartbeat beat) {
        Instant now = clock.instant();
        Session session =
                sessions.get(new Key(video, viewer, beat.sessionId()), _ -> new Session(now, new AtomicBoolean()));
        if (!enough(session, now, length.toMillis() / 1000.0, beat)
                || !session.told().compareAndSet(false, true)) {
            return null;
        }
        return new View(video, viewer, now);
    }

    /** The event of a view could not be kept: the next heartbeat tells again. */
    void takeBack(View view, Heartbeat beat) {
        Session session = sessions.getIfPresent(new Key(view.videoId(), view.viewer(), beat.sessionId()));
        if (session != null) {
            session.told().set(false);
        }
    }

    private static boolean enough(Session session, Instant now, double length, Heartbeat beat) {
        double passed = Duration.between(session.begun(), now).toMillis() / 1000.0;
        double played = Math.min(beat.playedSeconds(), passed);
        double wanted = Math.min(ENOUGH_SECONDS, length / 2);
        boolean atEnd = beat.ended() && beat.position() >= length - END_SLACK_SECONDS;
        // Someone who skips to the end still had to be there for a moment of it.
        return played >= wanted || (atEnd && played >= Math.min(1, wanted));
    }
}
