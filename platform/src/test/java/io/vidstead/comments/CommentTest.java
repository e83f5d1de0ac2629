package io.vidstead.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.RequestStatements;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Threads: what is written, listed, edited, deleted, liked. */
@PlatformTest
class CommentTest extends CommentVisits {

    @Test
    void a_comment_and_its_reply_are_listed_as_promised() {
        Answer posted = ada.post(comments(), "{\"content\": \"Great video!\", \"parent_id\": null}");
        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);
        JsonNode first = posted.json();
        assertThat(first.path("content").asText()).isEqualTo("Great video!");
        assertThat(first.path("user").path("username").asText()).isEqualTo(ada.username());
        assertThat(first.path("like_count").asInt(-1)).isZero();
        assertThat(first.path("created_at").asText()).endsWith("Z");
        String id = first.path("comment_id").asText();
        String reply = reply(bob, id, "I agree!");

        JsonNode list = list(anonymous, "?page=1&limit=20&sort=newest");
        assertThat(ids(list)).containsExactly(id);
        JsonNode thread = list.path("comments").path(0);
        assertThat(thread.path("reply_count").asInt()).isEqualTo(1);
        assertThat(thread.path("replies").path(0).path("comment_id").asText()).isEqualTo(reply);
        assertThat(thread.path("replies")
                        .path(0)
                        .path("in_reply_to")
                        .path("username")
                        .asText())
                .isEqualTo(ada.username());
        assertThat(list.path("pagination").path("total").asInt()).isEqualTo(1);
        assertThat(list.path("pagination").path("has_more").asBoolean(true)).isFalse();
        assertThat(list.path("comment_count").asInt()).isEqualTo(2);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void a_list_of_twenty_costs_three_statements_at_most() {
        List<Visitor> people = List.of(ada, bob, owner);
        for (int n = 0; n < 24; n++) {
            String id = post(people.get(n % 3), "Comment number " + n);
            if (n % 4 == 0) {
                reply(people.get((n + 1) % 3), id, "Reply number " + n);
            }
        }
        for (String sort : List.of("newest", "oldest", "top")) {
            for (Visitor who : List.of(ada, anonymous)) {
                assertThat(statements(() ->
                                assertThat(ids(list(who, "?sort=" + sort))).hasSize(20)))
                        .isLessThanOrEqualTo(3);
            }
        }
    }

    @Test
    void what_changes_is_seen_at_once_by_somebody_who_is_not_signed_in() {
        assertThat(ids(list(anonymous, ""))).isEmpty();
        String id = post(ada, "Seen?");
        assertThat(ids(list(anonymous, ""))).containsExactly(id);
        bob.post(comment(id) + "/like", "{\"action\": \"like\"}");
        assertThat(first().path("like_count").asInt()).isEqualTo(1);
        ada.patch(comment(id), "{\"content\": \"Seen.\"}");
        assertThat(first().path("content").asText()).isEqualTo("Seen.");
        owner.post(comment(id) + "/pin", "");
        assertThat(first().path("is_pinned").asBoolean()).isTrue();
        put(owner, comments() + "/settings", "{\"policy\": \"closed\"}");
        assertThat(list(anonymous, "").path("policy").asText()).isEqualTo("closed");
        ada.delete(comment(id));
        assertThat(ids(list(anonymous, ""))).isEmpty();
        owner.patch("/api/v1/videos/" + video, "{\"privacy\": \"private\"}");
        assertThat(anonymous.get(comments()).status()).isEqualTo(404);
    }

    private JsonNode first() {
        return list(anonymous, "").path("comments").path(0);
    }

    private int statements(Runnable work) {
        return RequestStatements.of(jdbi, work, "with room as", "from videos", "from users")
                .size();
    }

    @Test
    void pages_and_cursors_go_through_all_threads_once_in_each_order() {
        List<String> all = IntStream.range(0, 9)
                .mapToObj(n -> post(n % 2 == 0 ? ada : bob, "Comment number " + n))
                .toList();
        bob.post(comment(all.get(4)) + "/like", "{\"action\": \"like\"}");
        owner.post(comment(all.get(4)) + "/like", "{\"action\": \"like\"}");
        bob.post(comment(all.get(2)) + "/like", "{\"action\": \"like\"}");
        owner.post(comment(all.get(8)) + "/like", "{\"action\": \"dislike\"}");
        assertThat(ids(list(ada, ""))).isEqualTo(all.reversed());
        assertThat(ids(list(ada, "?sort=oldest"))).isEqualTo(all);
        assertThat(ids(list(ada, "?sort=top")).subList(0, 2)).containsExactly(all.get(4), all.get(2));
        for (String sort : List.of("newest", "oldest", "top")) {
            List<String> whole = ids(list(ada, "?sort=" + sort));
            assertThat(whole).hasSize(9);
            assertThat(new HashSet<>(whole)).hasSize(9);
            List<String> byPage = new ArrayList<>();
            for (int page = 1; page <= 3; page++) {
                byPage.addAll(ids(list(ada, "?limit=4&page=" + page + "&sort=" + sort)));
            }
            assertThat(byPage).isEqualTo(whole);
            List<String> byCursor = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = list(ada, "?limit=4&sort=" + sort + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
                byCursor.addAll(ids(page));
                cursor = page.path("pagination").path("next_cursor").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            assertThat(byCursor).isEqualTo(whole);
        }
    }

    @Test
    void threads_nest_as_deep_as_people_reply() {
        String root = post(ada, "The root of it");
        String parent = root;
        List<String> chain = new ArrayList<>();
        for (int depth = 0; depth < 12; depth++) {
            parent = reply(depth % 2 == 0 ? bob : ada, parent, "Level " + depth);
            chain.add(parent);
        }
        JsonNode below = list(ada, "?limit=50&root_id=" + root);
        assertThat(ids(below)).isEqualTo(chain);
        assertThat(below.path("pagination").path("total").asInt()).isEqualTo(12);
        assertThat(below.path("comments").path(5).path("parent_id").asText()).isEqualTo(chain.get(4));
        assertThat(below.path("comments").path(5).path("root_id").asText()).isEqualTo(root);
        assertThat(ids(list(ada, "?parent_id=" + chain.get(3)))).containsExactly(chain.get(4));
        assertThat(list(ada, "").path("comments").path(0).path("reply_count").asInt())
                .isEqualTo(12);
        assertThat(counted()).isEqualTo(13);
    }

    @Test
    void an_edit_keeps_what_was_said_before() {
        String id = post(ada, "Frist!");
        Answer edited = ada.patch(comment(id), "{\"content\": \"First!\", \"version\": 1}");
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        assertThat(edited.json().path("is_edited").asBoolean()).isTrue();
        ada.patch(comment(id), "{\"content\": \"First, I think.\"}");
        JsonNode versions = ada.get(comment(id) + "/versions").json().path("versions");
        assertThat(versions.findValuesAsText("content")).containsExactly("First!", "Frist!");
        assertThat(owner.get(comment(id) + "/versions").status()).isEqualTo(200);
        assertThat(bob.get(comment(id) + "/versions").status()).isEqualTo(403);
        assertThat(ada.patch(comment(id), "{\"content\": \"Late\", \"version\": 1}")
                        .status())
                .isEqualTo(412);
        JsonNode listed = list(bob, "").path("comments").path(0);
        assertThat(listed.path("content").asText()).isEqualTo("First, I think.");
        assertThat(listed.path("is_edited").asBoolean()).isTrue();
    }

    @Test
    void a_deleted_comment_leaves_a_tombstone_only_above_replies() {
        String lonely = post(ada, "Nobody answers");
        String root = post(ada, "Somebody answers");
        String middle = reply(bob, root, "An answer");
        String last = reply(ada, middle, "An answer to that");
        assertThat(ada.delete(comment(lonely)).status()).isEqualTo(204);
        assertThat(ada.delete(comment(root)).status()).isEqualTo(204);
        assertThat(bob.delete(comment(middle)).status()).isEqualTo(204);
        assertThat(bob.delete(comment(middle)).status()).isEqualTo(204);
        JsonNode list = list(owner, "");
        assertThat(ids(list)).containsExactly(root);
        JsonNode tombstone = list.path("comments").path(0);
        assertThat(tombstone.path("is_deleted").asBoolean()).isTrue();
        assertThat(tombstone.path("content").asText()).isEmpty();
        assertThat(tombstone.path("user").isNull()).isTrue();
        assertThat(ids(list(owner, "?root_id=" + root))).containsExactly(middle, last);
        assertThat(counted()).isEqualTo(1);
        assertThat(ada.get(comment(root)).status()).isEqualTo(404);
        assertThat(owner.delete(comment(last)).status()).isEqualTo(204);
        assertThat(ids(list(owner, ""))).isEmpty();
        assertThat(counted()).isZero();
        List<String> kept =
                jdbi.withHandle(h -> h.createQuery("select distinct content from comments where video_id = :v")
                        .bind("v", video.value())
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactly("");
    }

    @Test
    void a_vote_is_one_a_person_and_may_be_changed() {
        String id = post(ada, "Vote for me");
        String like = comment(id) + "/like";
        for (int again = 0; again < 3; again++) {
            JsonNode votes = bob.post(like, "{\"action\": \"like\"}").json();
            assertThat(votes.path("success").asBoolean()).isTrue();
            assertThat(votes.path("like_count").asInt()).isEqualTo(1);
            assertThat(votes.path("dislike_count").asInt(-1)).isZero();
        }
        assertThat(list(bob, "").path("comments").path(0).path("my_vote").asText())
                .isEqualTo("like");
        assertThat(list(ada, "").path("comments").path(0).path("my_vote").asText())
                .isEqualTo("none");
        JsonNode changed = bob.post(like, "{\"action\": \"dislike\"}").json();
        assertThat(changed.path("like_count").asInt(-1)).isZero();
        assertThat(changed.path("dislike_count").asInt()).isEqualTo(1);
        JsonNode removed = bob.post(like, "{\"action\": \"remove\"}").json();
        assertThat(removed.path("dislike_count").asInt(-1)).isZero();
    }

    @Test
    void votes_at_once_are_counted_exactly() throws InterruptedException {
        String id = post(ada, "Everybody at once");
        List<Visitor> people =
                IntStream.range(0, 6).mapToObj(_ -> Visitor.user(site)).toList();
        List<Thread> voters = people.stream()
                .map(person -> Thread.startVirtualThread(() -> {
                    for (int n = 0; n < 5; n++) {
                        person.post(
                                comment(id) + "/like", "{\"action\": \"" + (n % 2 == 0 ? "like" : "remove") + "\"}");
                    }
                }))
                .toList();
        for (Thread voter : voters) {
            voter.join();
        }
        JsonNode comment = list(ada, "").path("comments").path(0);
        assertThat(comment.path("like_count").asInt()).isEqualTo(6);
        int votes = jdbi.withHandle(h ->
                h.createQuery("""
                        select count(*) from comment_votes v join comments c on c.comment_id = v.comment_id
                        where c.video_id = :v
                        """).bind("v", video.value()).mapTo(Integer.class).one());
        assertThat(votes).isEqualTo(6);
    }

    @Test
    void comments_at_once_are_counted_exactly() throws InterruptedException {
        String root = post(owner, "Where everybody answers");
        List<Visitor> people =
                IntStream.range(0, 5).mapToObj(_ -> Visitor.user(site)).toList();
        List<Thread> writers = people.stream()
                .map(person -> Thread.startVirtualThread(() -> {
                    for (int n = 0; n < 4; n++) {
                        String id = reply(person, root, "Answer " + n + " of " + person.username());
                        if (n == 3) {
                            person.delete(comment(id));
                        }
                    }
                }))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(counted()).isEqualTo(1 + 5 * 3);
        assertThat(list(ada, "").path("comments").path(0).path("reply_count").asInt())
                .isEqualTo(15);
    }

    @Test
    void the_owner_pins_one_and_hearts_any() {
        String first = post(ada, "The first one");
        String second = post(bob, "The second one");
        String third = post(ada, "The third one");
        assertThat(owner.post(comment(first) + "/pin", "{}").status()).isEqualTo(204);
        assertThat(ids(list(ada, ""))).containsExactly(first, third, second);
        assertThat(list(ada, "").path("comments").path(0).path("is_pinned").asBoolean())
                .isTrue();
        owner.post(comment(second) + "/pin", "{}");
        assertThat(ids(list(ada, "?sort=oldest"))).containsExactly(second, first, third);
        assertThat(owner.delete(comment(second) + "/pin").status()).isEqualTo(204);
        assertThat(ids(list(ada, ""))).containsExactly(third, second, first);
        assertThat(owner.post(comment(third) + "/heart", "{}").status()).isEqualTo(204);
        assertThat(list(bob, "").path("comments").path(0).path("is_hearted").asBoolean())
                .isTrue();
    }

    @Test
    void people_are_mentioned_by_name() {
        JsonNode posted = tryPost(ada, "Look, @" + bob.username() + " and @nobody-of-that-name")
                .json();
        assertThat(posted.path("mentions")).hasSize(1);
        assertThat(posted.path("mentions").path(0).path("user_id").asText())
                .isEqualTo(bob.id().toString());
    }

    @Test
    void the_same_request_twice_makes_one_comment() {
        String body = json(Map.of("content", "Only once"));
        Answer first = ada.post(comments(), body, "Idempotency-Key", "key-1");
        Answer second = ada.post(comments(), body, "Idempotency-Key", "key-1");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("comment_id")).isEqualTo(first.json().path("comment_id"));
        assertThat(bob.post(comments(), body, "Idempotency-Key", "key-1").json().path("comment_id"))
                .isNotEqualTo(first.json().path("comment_id"));
        assertThat(counted()).isEqualTo(2);
        assertThat(ada.post(comments(), body, "Idempotency-Key", "a b").status())
                .isEqualTo(400);
    }

    @Test
    void what_happens_is_told_to_consumers() {
        String id = post(ada, "Hello @" + bob.username());
        ada.patch(comment(id), "{\"content\": \"Hello again @" + bob.username() + " @" + owner.username() + "\"}");
        bob.post(comment(id) + "/like", "{\"action\": \"like\"}");
        bob.post(comment(id) + "/like", "{\"action\": \"like\"}");
        ada.delete(comment(id));
        List<String> events = Told.about(jdbi, video, 4);
        assertThat(events).hasSize(4);
        assertThat(events.get(0))
                .contains("\"kind\":\"posted\"")
                .contains(bob.id().toString());
        assertThat(events.get(1)).contains("\"kind\":\"edited\"").contains("\"mentions\":[\"" + owner.id() + "\"]");
        assertThat(events.get(2)).contains("\"kind\":\"liked\"");
        assertThat(events.get(3)).contains("\"kind\":\"deleted\"");
    }
}
