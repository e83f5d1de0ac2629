package io.vidstead.comments;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Comments that everybody sees who sees their video, as they are at this moment. Whoever shows them asks who sees it. */
@ApplicationScoped
public class PublicComments {

    /** A comment that is neither held nor deleted. */
    public record PublicComment(
            CommentId commentId, VideoId video, UserId author, String content, int likes, Instant created) {

        static PublicComment of(Comment comment) {
            return new PublicComment(
                    comment.id(),
                    comment.video(),
                    comment.author(),
                    comment.content(),
                    comment.likes(),
                    comment.created());
        }
    }

    private final Transactions transactions;
    private final CommentStore comments;

    PublicComments(Transactions transactions, CommentStore comments) {
        this.transactions = transactions;
        this.comments = comments;
    }

    /** Those of these that there are; one statement. */
    public List<PublicComment> find(Collection<CommentId> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : transactions.read(handle -> comments.listAlive(handle, wanted)).stream()
                        .map(PublicComment::of)
                        .toList();
    }

    /** All below a video, in no order; one statement. */
    public List<CommentId> below(VideoId video) {
        return transactions.read(handle -> comments.listAliveBelow(handle, video));
    }

    /** All there are, by id, in parts. */
    public List<PublicComment> list(Optional<CommentId> after, int limit) {
        return transactions.read(handle -> comments.listAliveAfter(handle, after, limit)).stream()
                .map(PublicComment::of)
                .toList();
    }
}
