package io.vidstead.comments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.engines.pubsub.PubSub;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Held, approved, rejected: who sees what, why, and what is told to open pages. */
@PlatformTest
class CommentModerationTest extends CommentVisits {

    private static final String SPAM = "Check out my channel and earn money, subscribe to my channel!";

    @Inject
    PubSub messages;

    private JsonNode queue(String state) {
        return owner.get("/api/v1/me/comments/queue?state=" + state).json();
    }

    private static Answer review(Visitor who, String id, String decision) {
        return who.post(comment(id) + "/review", "{\"decision\": \"" + decision + "\"}");
    }

    @Test
    void spam_is_held_and_its_author_knows_why() {
        JsonNode held = tryPost(ada, "Please click here: check my channel").json();
        String id = held.path("comment_id").asText();
        assertThat(held.path("status").asText()).isNotEqualTo("approved");
        assertThat(held.path("reasons").findValuesAsText("code")).contains("spam", "new_account");
        assertThat(ids(list(bob, ""))).isEmpty();
        assertThat(bob.get(comment(id)).status()).isEqualTo(404);
        assertThat(bob.post(comment(id) + "/like", "{\"action\": \"like\"}").status())
                .isEqualTo(404);
        assertThat(bob.post(comments(), json(Map.of("content", "x", "parent_id", id)))
                        .status())
                .isEqualTo(404);
        assertThat(counted()).isZero();
        assertThat(ada.get(comment(id)).status()).isEqualTo(200);
        assertThat(owner.get(comment(id)).json().path("reasons")).isNotEmpty();
    }

    @Test
    void the_owners_queue_decides() {
        put(owner, comments() + "/settings", "{\"policy\": \"held\"}");
        String id = post(ada, "A kind word");
        JsonNode own = list(ada, "").path("comments").path(0);
        assertThat(own.path("comment_id").asText()).isEqualTo(id);
        assertThat(own.path("status").asText()).isEqualTo("held");
        assertThat(ids(list(bob, ""))).isEmpty();
        JsonNode queue = queue("held");
        assertThat(queue.path("pagination").path("total").asInt()).isEqualTo(1);
        JsonNode waiting = queue.path("comments").path(0);
        assertThat(waiting.path("comment").path("content").asText()).isEqualTo("A kind word");
        assertThat(waiting.path("comment").path("reasons").path(0).path("code").asText())
                .isEqualTo("all_held");
        assertThat(waiting.path("video").path("title").asText()).isEqualTo("Film");
        assertThat(bob.get("/api/v1/me/comments/queue").json().path("comments")).isEmpty();

        assertThat(review(owner, id, "approve").json().path("status").asText()).isEqualTo("approved");
        assertThat(review(owner, id, "approve").status()).isEqualTo(200);
        assertThat(ids(list(bob, ""))).containsExactly(id);
        assertThat(counted()).isEqualTo(1);
        review(owner, id, "reject");
        assertThat(ids(list(bob, ""))).isEmpty();
        assertThat(counted()).isZero();
        assertThat(queue("rejected").path("comments")).hasSize(1);
        assertThat(Told.about(jdbi, video, 3))
                .satisfiesExactly(
                        event -> assertThat(event).contains("\"kind\":\"held\""),
                        event -> assertThat(event).contains("\"kind\":\"approved\""),
                        event -> assertThat(event).contains("\"kind\":\"rejected\""));
    }

    @Test
    void an_edit_is_looked_at_too() {
        String id = post(ada, "A harmless word");
        JsonNode edited = ada.patch(comment(id), json(Map.of("content", SPAM))).json();
        assertThat(edited.path("status").asText()).isNotEqualTo("approved");
        assertThat(counted()).isZero();
        assertThat(ids(list(bob, ""))).isEmpty();
    }

    @Test
    void watched_words_hold() {
        Answer settings =
                owner.patch("/api/v1/me/comments/settings", "{\"watched_words\": [\"Spoiler\", \"the  ENDING\"]}");
        assertThat(settings.json().path("watched_words").toString()).isEqualTo("[\"spoiler\",\"the ending\"]");
        JsonNode held = tryPost(ada, "I loved THE ending").json();
        assertThat(held.path("status").asText()).isEqualTo("held");
        assertThat(held.path("reasons").path(0).path("code").asText()).isEqualTo("watched_word");
        assertThat(tryPost(ada, "Spending time well").json().path("status").asText())
                .isEqualTo("approved");
        assertThat(tryPost(owner, "spoiler").json().path("status").asText()).isEqualTo("approved");
        assertThat(owner.patch("/api/v1/me/comments/settings", "{\"watched_words\": [\" ! \"]}")
                        .code())
                .isEqualTo("bad_watched_word");
    }

    @Test
    void the_same_again_is_held() {
        String text = "What a wonderful film this is";
        assertThat(tryPost(ada, text).json().path("status").asText()).isEqualTo("approved");
        JsonNode again = tryPost(ada, text + "!").json();
        assertThat(again.path("status").asText()).isEqualTo("held");
        assertThat(again.path("reasons").findValuesAsText("code")).contains("repetition");
        assertThat(tryPost(bob, text).json().path("status").asText()).isEqualTo("approved");
    }

    @Test
    void the_owners_decisions_teach() {
        for (int n = 0; n < 6; n++) {
            Visitor writer = n % 2 == 0 ? ada : bob;
            String bad = post(writer, "pineapple voucher code number" + n + " best bargain");
            review(owner, bad, "reject");
            String good = post(writer, "the camera work at minute" + n + " moved me");
            owner.post(comment(good) + "/report", "{\"reason\": \"spam\"}");
            review(owner, good, "approve");
        }
        Visitor carl = Visitor.user(site);
        JsonNode judged = tryPost(carl, "another pineapple voucher bargain").json();
        assertThat(judged.path("status").asText()).as(judged.toString()).isEqualTo("held");
        assertThat(judged.path("reasons").findValuesAsText("code")).contains("learned");
        assertThat(tryPost(carl, "the camera moved me too")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("approved");
    }

    @Test
    void what_is_reported_is_shown_to_the_owner_once() {
        String id = post(ada, "Somebody minds this");
        bob.post(comment(id) + "/report", "{\"reason\": \"harassment\", \"note\": \"rude\"}");
        bob.post(comment(id) + "/report", "{\"reason\": \"spam\"}");
        JsonNode queue = queue("reported");
        assertThat(queue.path("comments")
                        .path(0)
                        .path("comment")
                        .path("report_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(list(bob, "").path("comments").path(0).path("report_count").asInt(-1))
                .isZero();
        review(owner, id, "approve");
        assertThat(queue("reported").path("comments")).isEmpty();
    }

    @Test
    void open_pages_hear_of_what_everybody_may_see_and_of_nothing_else() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var _ = messages.subscribe(Broadcasts.TRANSPORT, heard::add)) {
            tryPost(ada, "Please click here: check my channel, a secret");
            String id = post(ada, "For everybody");
            ada.patch(comment(id), "{\"content\": \"For everybody, edited\"}");
            bob.post(comment(id) + "/like", "{\"action\": \"like\"}");
            owner.post(comment(id) + "/pin", "{}");
            ada.delete(comment(id));
            for (String type : List.of("posted", "edited", "liked", "pinned", "deleted")) {
                Await.await(
                        type,
                        Duration.ofSeconds(20),
                        () -> heard.stream().anyMatch(one -> one.contains("comment." + type) && one.contains(id)));
            }
            assertThat(heard).noneMatch(one -> one.contains("secret"));
        }
    }
}
