package io.vidstead.comments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.comments.CommentPayload.Person;
import io.vidstead.comments.CommentPayload.Why;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Turns rows into what a reader may see of them. At most one statement, for people who are not in memory. */
@ApplicationScoped
class CommentRenderer {

    private final Accounts accounts;
    private final ObjectMapper json;

    CommentRenderer(Accounts accounts, ObjectMapper json) {
        this.accounts = accounts;
        this.json = json;
    }

    /** What is pinned, then what of the reader is held, then the list, each with its first replies. */
    List<CommentPayload> page(List<CommentLists.Listed> rows, Reader reader) {
        Map<UserId, Profile> people =
                people(rows.stream().map(CommentLists.Listed::comment).toList());
        List<CommentPayload> page = new ArrayList<>();
        for (CommentLists.Listed row : rows) {
            if (row.place() != CommentLists.Place.REPLY) {
                List<CommentPayload> replies = rows.stream()
                        .filter(other -> other.place() == CommentLists.Place.REPLY)
                        .filter(other ->
                                row.comment().id().equals(other.comment().parent()))
                        .map(other -> payload(other, people, reader, List.of()))
                        .toList();
                page.add(payload(row, people, reader, replies));
            }
        }
        return page;
    }

    CommentPayload one(CommentLists.Listed row, Reader reader) {
        return payload(row, people(List.of(row.comment())), reader, List.of());
    }

    private Map<UserId, Profile> people(List<Comment> comments) {
        Set<UserId> wanted = new HashSet<>();
        for (Comment comment : comments) {
            wanted.add(comment.author());
            wanted.addAll(comment.mentions());
            if (comment.parentAuthor() != null) {
                wanted.add(comment.parentAuthor());
            }
        }
        return accounts.findAll(wanted);
    }

    private CommentPayload payload(
            CommentLists.Listed row, Map<UserId, Profile> people, Reader reader, List<CommentPayload> replies) {
        Comment comment = row.comment();
        boolean seen = reader.sees(comment);
        boolean explained = reader.reviews() || reader.wrote(comment);
        return new CommentPayload(
                comment.id(),
                comment.video(),
                comment.parent(),
                comment.root(),
                seen ? Person.of(comment.author(), people.get(comment.author())) : null,
                seen ? comment.content() : "",
                comment.likes(),
                comment.dislikes(),
                comment.replies(),
                comment.created(),
                seen ? comment.edited() : null,
                seen && comment.edited() != null,
                row.place() == CommentLists.Place.PINNED,
                seen && comment.hearted(),
                comment.deleted() != null,
                comment.version(),
                comment.state().toString(),
                explained && comment.state() != State.APPROVED ? reasons(comment.reasons()) : List.of(),
                row.vote() > 0 ? "like" : row.vote() < 0 ? "dislike" : "none",
                comment.parentAuthor() == null
                        ? null
                        : Person.of(comment.parentAuthor(), people.get(comment.parentAuthor())),
                seen
                        ? comment.mentions().stream()
                                .map(user -> Person.of(user, people.get(user)))
                                .toList()
                        : List.of(),
                reader.reviews() ? comment.reports() : 0,
                replies);
    }

    private List<Why> reasons(String text) {
        try {
            return StreamSupport.stream(json.readTree(text).spliterator(), false)
                    .map(Why::of)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons are written by this package", e);
        }
    }
}
