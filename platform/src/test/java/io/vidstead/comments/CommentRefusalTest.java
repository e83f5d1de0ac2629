package io.vidstead.comments;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and to whom. */
@PlatformTest
class CommentRefusalTest extends CommentVisits {

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void who_is_not_signed_in_only_reads() {
        String id = post(ada, "A comment");
        assertThat(anonymous.get(comments()).status()).isEqualTo(200);
        assertThat(anonymous.get(comment(id)).status()).isEqualTo(200);
        refused(tryPost(anonymous, "Hello"), 401, "sign_in_required");
        refused(anonymous.patch(comment(id), "{\"content\": \"x\"}"), 401, "sign_in_required");
        refused(anonymous.delete(comment(id)), 401, "sign_in_required");
        for (String path : List.of("like", "pin", "heart", "report", "review")) {
            refused(anonymous.post(comment(id) + "/" + path, "{}"), 401, "sign_in_required");
        }
        refused(anonymous.get("/api/v1/me/comments/queue"), 401, "sign_in_required");
        refused(anonymous.get("/api/v1/me/comments/settings"), 401, "sign_in_required");
        refused(put(anonymous, comments() + "/settings", "{\"policy\": null}"), 401, "sign_in_required");
        assertThat(anonymous.get(comment(id) + "/versions").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        // what, author, owner, other, moderator
        "edit, 200, 403, 403, 403",
        "delete, 204, 204, 403, 204",
        "pin, 403, 204, 403, 403",
        "heart, 403, 204, 403, 403",
        "review, 403, 200, 403, 200",
        "like, 200, 200, 200, 200",
        "report, 204, 204, 204, 204",
        "versions, 200, 200, 403, 200",
        "settings, 403, 200, 403, 200",
    })
    void each_may_do_what_is_theirs(String what, int author, int own, int other, int moderated) {
        int[] expected = {author, own, other, moderated};
        List<Visitor> people = List.of(ada, owner, bob, moderator);
        for (int n = 0; n < people.size(); n++) {
            String id = post(ada, "Comment " + n + " for " + what);
            Answer answer = attempt(people.get(n), what, id);
            assertThat(answer.status())
                    .as(what + " by number " + n + ": " + answer)
                    .isEqualTo(expected[n]);
        }
    }

    private Answer attempt(Visitor who, String what, String id) {
        return switch (what) {
            case "edit" -> who.patch(comment(id), "{\"content\": \"Changed\"}");
            case "delete" -> who.delete(comment(id));
            case "review" -> who.post(comment(id) + "/review", "{\"decision\": \"approve\"}");
            case "like" -> who.post(comment(id) + "/like", "{\"action\": \"like\"}");
            case "report" -> who.post(comment(id) + "/report", "{\"reason\": \"spam\"}");
            case "versions" -> who.get(comment(id) + "/versions");
            case "settings" -> put(who, comments() + "/settings", "{\"policy\": \"open\"}");
            default -> who.post(comment(id) + "/" + what, "{}");
        };
    }

    @Test
    void comments_of_a_video_that_one_may_not_see_do_not_exist() {
        String id = post(ada, "Before it became private");
        jdbi.useHandle(h -> h.execute("update videos set privacy = 'private' where video_id = ?", video.value()));
        for (Visitor who : List.of(anonymous, ada)) {
            assertThat(who.get(comments()).status()).isEqualTo(404);
            refused(who.get(comment(id)), 404, "comment_not_found");
        }
        refused(tryPost(ada, "Hello"), 404, "video_not_found");
        refused(ada.patch(comment(id), "{\"content\": \"x\"}"), 404, "comment_not_found");
        refused(ada.delete(comment(id)), 404, "comment_not_found");
        refused(bob.post(comment(id) + "/like", "{\"action\": \"like\"}"), 404, "comment_not_found");
        assertThat(owner.get(comments()).status()).isEqualTo(200);
        refused(anonymous.get("/api/v1/videos/AAAAAAAAAAA/comments"), 404, "video_not_found");
    }

    @Test
    void a_reply_needs_a_parent_of_the_same_video() {
        VideoId another = films.done(owner.id(), titled("Another", "public"));
        String elsewhere = ada.post("/api/v1/videos/" + another + "/comments", "{\"content\": \"Elsewhere\"}")
                .json()
                .path("comment_id")
                .asText();
        for (String parent : List.of(elsewhere, "0000000000000")) {
            refused(ada.post(comments(), json(Map.of("content", "x", "parent_id", parent))), 404, "parent_not_found");
        }
        refused(ada.post(comments(), json(Map.of("content", "x", "parent_id", "../x"))), 404, "comment_not_found");
        String gone = post(ada, "Soon gone");
        ada.delete(comment(gone));
        refused(ada.post(comments(), json(Map.of("content", "x", "parent_id", gone))), 404, "parent_not_found");
        refused(ada.get(comments() + "?parent_id=" + elsewhere), 404, "comment_not_found");
        refused(ada.get(comments() + "?parent_id=nonsense"), 404, "comment_not_found");
        assertThat(counted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"content\": null}",
                "{\"content\": \"\"}",
                "{\"content\": \" \\n \"}",
                "{\"content\": \"a\\u0007\"}",
                "{\"content\": \"a\\u202eb\"}",
                "{\"content\": 5}",
                "{\"content\": [\"x\"]}",
                "{\"content\": \"x\", \"is_pinned\": true}",
                "{\"content\": \"x\", \"user_id\": \"0000000000001\"}",
                "{\"content\": \"x\", \"content\": \"y\"}",
                "{\"content\": \"\\ud800\"}",
                "{\"content\": \"\\u0000\"}",
                "[]",
                "null",
                "nonsense"
            })
    void what_is_no_comment_is_refused(String body) {
        Answer answer = ada.post(comments(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(counted()).isZero();
    }

    @Test
    void ten_thousand_characters_are_taken_and_one_more_is_not() {
        owner.post(comments(), json(Map.of("content", "é".repeat(10_000))));
        assertThat(list(owner, "").path("comments").path(0).path("content").asText())
                .hasSize(10_000);
        refused(tryPost(owner, "é".repeat(10_001)), 400, "invalid_comment");
        String deep = "{\"content\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(owner.post(comments(), deep).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[click](javascript:alert(1))",
                "<svg/onload=alert(1)>",
                "{{constructor.constructor('alert(1)')()}}"
            })
    void markup_is_text_and_stays_as_it_was_written(String markup) {
        Answer answer = tryPost(owner, markup);
        assertThat(answer.json().path("content").asText()).isEqualTo(markup);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(list(anonymous, "").path("comments").path(0).path("content").asText())
                .isEqualTo(markup);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, bad_limit",
        "limit=-1, bad_limit",
        "limit=101, bad_limit",
        "limit=1000000000, bad_limit",
        "page=0, bad_page",
        "page=1000000000, bad_page",
        "cursor=AAAA, bad_cursor",
        "sort=best, bad_sort",
        "parent_id=0000000000001&root_id=0000000000001, bad_thread"
    })
    void bad_queries_are_refused(String query, String code) {
        refused(ada.get(comments() + "?" + query), 400, code);
    }

    @Test
    void a_cursor_of_another_list_is_forged() {
        for (int n = 0; n < 3; n++) {
            post(ada, "Comment number " + n);
        }
        String cursor =
                list(ada, "?limit=1").path("pagination").path("next_cursor").asText();
        assertThat(ids(list(ada, "?limit=1&cursor=" + cursor))).hasSize(1);
        refused(ada.get(comments() + "?limit=1&sort=top&cursor=" + cursor), 400, "bad_cursor");
        VideoId another = films.done(owner.id(), titled("Another", "public"));
        refused(ada.get("/api/v1/videos/" + another + "/comments?cursor=" + cursor), 400, "bad_cursor");
    }

    @Test
    void actions_and_reasons_are_known_words() {
        String id = post(ada, "A comment");
        refused(bob.post(comment(id) + "/like", "{\"action\": \"love\"}"), 400, "bad_action");
        refused(bob.post(comment(id) + "/like", "{}"), 400, "bad_action");
        refused(bob.post(comment(id) + "/report", "{\"reason\": \"ugly\"}"), 400, "bad_reason");
        refused(
                bob.post(comment(id) + "/report", json(Map.of("reason", "spam", "note", "x".repeat(501)))),
                400,
                "bad_note");
        refused(owner.post(comment(id) + "/review", "{\"decision\": \"maybe\"}"), 400, "bad_decision");
        String reply = reply(bob, id, "A reply");
        refused(owner.post(comment(reply) + "/pin", "{}"), 400, "not_a_thread");
        refused(ada.get(comment("nonsense")), 404, "comment_not_found");
        refused(ada.get(comment("0000000000000")), 404, "comment_not_found");
        refused(put(owner, comments() + "/settings", "{\"policy\": \"maybe\"}"), 400, "bad_policy");
        refused(owner.patch("/api/v1/me/comments/settings", "{\"policy\": \"maybe\"}"), 400, "bad_policy");
        refused(owner.get("/api/v1/me/comments/queue?state=all"), 400, "bad_state");
    }

    @Test
    void closed_is_closed_also_to_the_owner_until_it_is_opened() {
        String before = post(ada, "While it was open");
        put(owner, comments() + "/settings", "{\"policy\": \"closed\"}");
        refused(tryPost(ada, "Too late"), 403, "comments_closed");
        refused(tryPost(owner, "Me neither"), 403, "comments_closed");
        JsonNode list = list(ada, "");
        assertThat(list.path("policy").asText()).isEqualTo("closed");
        assertThat(ids(list)).containsExactly(before);
        owner.patch("/api/v1/me/comments/settings", "{\"policy\": \"closed\"}");
        put(owner, comments() + "/settings", "{\"policy\": null}");
        refused(tryPost(ada, "As the channel has it"), 403, "comments_closed");
        put(owner, comments() + "/settings", "{\"policy\": \"open\"}");
        assertThat(tryPost(ada, "This one is open").status()).isEqualTo(201);
    }

    @Test
    void who_writes_too_much_waits() {
        Answer answer = tryPost(ada, "Comment number 0");
        for (int n = 1; n <= 40 && answer.status() == 201; n++) {
            answer = tryPost(ada, "Comment number " + n);
        }
        refused(answer, 429, "too_many_comments");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(tryPost(bob, "Others go on").status()).isEqualTo(201);
    }

    @Test
    void requests_from_other_sites_are_refused() {
        String id = post(ada, "A comment");
        assertThat(ada.post(comments(), "{\"content\": \"x\"}", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(ada.post(comment(id) + "/like", "{\"action\": \"like\"}", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
    }
}
