package io.vidstead.notifications;

import io.vidstead.comments.CommentId;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.Optional;

/**
 * Something to tell.
 *
 * @param subject tells apart what is told to one person: the same kind and subject are told once, or gathered
 * @param actor who did it; is never told of it
 * @param amount of a milestone
 * @param detail an excerpt of the comment, or a code
 */
record Notice(
        Kind kind,
        String subject,
        Optional<VideoId> video,
        Optional<CommentId> comment,
        Optional<UserId> actor,
        Optional<Long> amount,
        Optional<String> detail) {

    static Notice ofVideo(Kind kind, VideoId video, Optional<UserId> actor, Optional<String> detail) {
        return new Notice(kind, video.value(), Optional.of(video), Optional.empty(), actor, Optional.empty(), detail);
    }

    static Notice ofComment(Kind kind, String subject, VideoId video, CommentId comment, UserId actor, String detail) {
        return new Notice(
                kind,
                subject,
                Optional.of(video),
                Optional.of(comment),
                Optional.of(actor),
                Optional.empty(),
                Optional.of(detail));
    }

    static Notice milestone(String what, String id, Optional<VideoId> video, long amount) {
        return new Notice(
                Kind.MILESTONE,
                what + ":" + id + ":" + amount,
                video,
                Optional.empty(),
                Optional.empty(),
                Optional.of(amount),
                Optional.of(what));
    }
}
