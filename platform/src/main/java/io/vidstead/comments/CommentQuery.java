package io.vidstead.comments;

import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which comments of a video, in which order, which page of them. */
record CommentQuery(VideoId video, Part part, CommentOrder order, PageRequest page) {

    /** Which of them. */
    sealed interface Part {

        /** Those that begin a thread. */
        record Threads() implements Part {}

        /** Those that answer one. */
        record RepliesTo(CommentId parent) implements Part {}

        /** All below the one that begins a thread, at any depth. */
        record Below(CommentId root) implements Part {}
    }

    /** Where the page before ended. */
    record Place(double rank, long id) {}

    static CommentQuery of(
            VideoId video, @Nullable String sort, @Nullable String parent, @Nullable String root, PageRequest page) {
        boolean answers = given(parent);
        boolean below = given(root);
        if (answers && below) {
            throw Problem.caller("bad_thread", "Give parent_id or root_id, not both.");
        }
        Part part = answers
                ? new Part.RepliesTo(CommentId.fromString(String.valueOf(parent)))
                : below ? new Part.Below(CommentId.fromString(String.valueOf(root))) : new Part.Threads();
        CommentOrder usual = part instanceof Part.Threads ? CommentOrder.NEWEST : CommentOrder.OLDEST;
        return new CommentQuery(video, part, given(sort) ? CommentOrder.of(String.valueOf(sort)) : usual, page);
    }

    /** The first page also shows the pinned comment and what of the reader's own is held. */
    boolean first() {
        return page.cursor().isEmpty() && page.page() == 1;
    }

    Optional<Place> place(Cursors cursors) {
        return page.cursor().map(cursor -> {
            List<String> keys = cursors.read(name(), cursor);
            return new Place(Double.parseDouble(keys.get(0)), Long.parseLong(keys.get(1)));
        });
    }

    String cursor(Cursors cursors, Comment last) {
        return cursors.write(
                name(), Double.toString(last.rank()), Long.toString(last.id().value()));
    }

    private String name() {
        return "comments " + video + " " + part + " " + order.code();
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isEmpty() && !text.equals("null");
    }
}
