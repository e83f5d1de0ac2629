package io.vidstead.comments;

import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import java.util.Optional;

/**
 * Who reads or changes comments of a video.
 *
 * @param owns the video
 * @param moderates the whole site
 */
record Reader(Optional<UserId> user, boolean owns, boolean moderates) {

    static Reader of(Caller caller, Video video) {
        return new Reader(
                caller.userId(), caller.is(video.owner()), caller.role().atLeast(Role.MODERATOR));
    }

    /** Everybody who is not known: what is broadcast is what they see. */
    static Reader anybody() {
        return new Reader(Optional.empty(), false, false);
    }

    boolean reviews() {
        return owns || moderates;
    }

    boolean wrote(Comment comment) {
        return user.filter(comment.author()::equals).isPresent();
    }

    /** Nobody sees what was deleted. */
    boolean sees(Comment comment) {
        return comment.deleted() == null && (comment.alive() || reviews() || wrote(comment));
    }

    /** @throws Problem forbidden */
    void requireOwner() {
        if (!owns) {
            throw Problem.forbidden("not_the_owner", "Only the video's owner may do this.");
        }
    }

    /** @throws Problem forbidden */
    void requireReviewer() {
        if (!reviews()) {
            throw Problem.forbidden("not_a_reviewer", "Only the video's owner and moderators may do this.");
        }
    }
}
