package io.vidstead.notifications;

import io.vidstead.comments.CommentId;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code notifications}.
 *
 * @param actor who did it last
 * @param actors how many people, since it was last read
 */
record Notification(
        long id,
        UserId user,
        Kind kind,
        String subject,
        long position,
        Optional<VideoId> video,
        Optional<CommentId> comment,
        Optional<UserId> actor,
        int actors,
        Optional<Long> amount,
        Optional<String> detail,
        Instant happened,
        Optional<Instant> read) {}
