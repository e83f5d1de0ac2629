package io.vidstead.playlists;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making, showing, editing and deleting lists. */
@PlatformTest
class PlaylistTest extends PlaylistVisits {

    @Test
    void aListIsMadeShownEditedAndDeleted() {
        Answer made = owner.post(LISTS, """
                {"title": "  Evenings ", "description": "One a day", "privacy": "unlisted"}
                """);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String list = LISTS + "/" + made.json().path("playlist_id").asText();
        JsonNode shown = anonymous.get(list).json();
        assertThat(shown.path("title").asText()).isEqualTo("Evenings");
        assertThat(shown.path("description").asText()).isEqualTo("One a day");
        assertThat(shown.path("access").asText()).isEqualTo("viewer");
        assertThat(shown.path("user").path("username").asText()).isEqualTo(owner.username());
        assertThat(shown.path("video_count").asInt()).isZero();

        Answer edited = owner.patch(list, "{\"title\": \"Nights\", \"privacy\": \"private\"}");
        assertThat(edited.json().path("title").asText()).isEqualTo("Nights");
        assertThat(edited.json().path("description").asText()).isEqualTo("One a day");
        assertThat(anonymous.get(list).status()).isEqualTo(404);

        assertThat(owner.delete(list).status()).isEqualTo(204);
        assertThat(owner.get(list).code()).isEqualTo("playlist_not_found");
        assertThat(owner.delete(list).status()).isEqualTo(404);
    }

    @Test
    void aNewListIsPrivateUnlessItsOwnerSaysSo() {
        JsonNode made = owner.post(LISTS, "{\"title\": \"Mine\"}").json();
        assertThat(made.path("privacy").asText()).isEqualTo("private");
        assertThat(made.path("access").asText()).isEqualTo("owner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \" \"}|title",
                "{\"title\": \"a\\u0007b\"}|title",
                "{\"title\": \"a\", \"privacy\": \"secret\"}|privacy",
                "{\"title\": \"a\", \"description\": \"\\u0007\"}|description",
            })
    void badDetailsAreRefused(String body, String field) {
        Answer answer = owner.post(LISTS, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_details");
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo(field);
        assertThat(owner.patch(list("public"), body).code()).isEqualTo("invalid_details");
    }

    @Test
    void titlesAndDescriptionsHaveLengths() {
        String longest = "ü".repeat(150);
        assertThat(owner.post(LISTS, "{\"title\": \"" + longest + "\"}").status())
                .isEqualTo(201);
        assertThat(owner.post(LISTS, "{\"title\": \"" + longest + "x\"}").code())
                .isEqualTo("invalid_details");
        assertThat(owner.post(LISTS, "{\"title\": \"a\", \"description\": \"" + "x".repeat(5_001) + "\"}")
                        .code())
                .isEqualTo("invalid_details");
        assertThat(owner.post(LISTS, "{}").status()).isEqualTo(400);
        assertThat(owner.post(LISTS, "{\"title\": \"a\", \"owner\": \"me\"}").status())
                .isEqualTo(400);
    }

    @Test
    void whoIsNotSignedInChangesNothing() {
        String list = list("public");
        VideoId video = films(1).getFirst();
        assertThat(anonymous.post(LISTS, "{\"title\": \"a\"}").status()).isEqualTo(401);
        assertThat(anonymous.patch(list, "{\"title\": \"a\"}").status()).isEqualTo(401);
        assertThat(anonymous.delete(list).status()).isEqualTo(401);
        assertThat(put(anonymous, list, video).status()).isEqualTo(401);
        assertThat(anonymous.delete(list + "/videos/" + video).status()).isEqualTo(401);
        assertThat(anonymous.delete(list + "/items/0HZZZZZZZZZZZ").status()).isEqualTo(401);
        assertThat(move(anonymous, list, "0HZZZZZZZZZZZ", null).status()).isEqualTo(401);
        assertThat(anonymous.post(list + "/invitation", "{}").status()).isEqualTo(401);
        assertThat(anonymous.get(list + "/invitation").status()).isEqualTo(401);
        assertThat(anonymous.delete(list + "/invitation").status()).isEqualTo(401);
        assertThat(anonymous.get(list + "/collaborators").status()).isEqualTo(401);
        assertThat(anonymous.post(list + "/collaborators", "{\"token\": \"x\"}").status())
                .isEqualTo(401);
        assertThat(anonymous.get("/api/v1/me/playlists").status()).isEqualTo(401);
        assertThat(anonymous.get(LISTS + "/watch-later").status()).isEqualTo(401);
        assertThat(anonymous.get(LISTS + "/watch-later/videos").status()).isEqualTo(401);
    }

    @Test
    void aPrivateListDoesNotExistForOthers() {
        List<VideoId> videos = films(1);
        String list = listOf("private", videos);
        String item = items(owner, list).getFirst();
        for (Visitor who : List.of(anonymous, other)) {
            assertThat(who.get(list).status()).isEqualTo(404);
            assertThat(who.get(list + "/videos").code()).isEqualTo("playlist_not_found");
        }
        assertThat(other.patch(list, "{\"title\": \"a\"}").status()).isEqualTo(404);
        assertThat(other.delete(list).status()).isEqualTo(404);
        assertThat(put(other, list, videos.getFirst()).status()).isEqualTo(404);
        assertThat(move(other, list, item, null).status()).isEqualTo(404);
        assertThat(other.delete(list + "/items/" + item).status()).isEqualTo(404);
        assertThat(other.post(list + "/invitation", "{}").status()).isEqualTo(404);
        assertThat(other.get(list + "/collaborators").status()).isEqualTo(404);
        assertThat(videos(owner, list)).isEqualTo(text(videos));
    }

    @Test
    void othersSeeAPublicListAndChangeNothing() {
        List<VideoId> videos = films(1);
        String list = listOf("public", videos);
        String item = items(other, list).getFirst();
        assertThat(videos(anonymous, list)).isEqualTo(text(videos));
        assertThat(other.patch(list, "{\"title\": \"a\"}").code()).isEqualTo("not_owner");
        assertThat(other.delete(list).status()).isEqualTo(403);
        assertThat(put(other, list, videos.getFirst()).code()).isEqualTo("not_collaborator");
        assertThat(move(other, list, item, null).status()).isEqualTo(403);
        assertThat(other.delete(list + "/videos/" + videos.getFirst()).status()).isEqualTo(403);
        assertThat(other.delete(list + "/items/" + item).status()).isEqualTo(403);
        assertThat(other.post(list + "/invitation", "{}").status()).isEqualTo(403);
        assertThat(other.get(list + "/invitation").status()).isEqualTo(403);
        assertThat(other.get(list + "/collaborators").status()).isEqualTo(403);
        assertThat(videos(owner, list)).isEqualTo(text(videos));
    }

    @Test
    void aChannelShowsItsPublicLists() {
        List<VideoId> videos = films(1);
        String shown = listOf("public", videos);
        list("unlisted");
        list("private");
        put(owner, LISTS + "/watch-later", videos.getFirst());
        JsonNode lists = anonymous.get(LISTS + "?channel=" + owner.username()).json();
        assertThat(values(lists.path("playlists"), "playlist_id")).containsExactly(shown.substring(LISTS.length() + 1));
        JsonNode first = lists.path("playlists").path(0);
        assertThat(first.path("first_video_id").asText())
                .isEqualTo(videos.getFirst().value());
        assertThat(first.path("thumbnail_url").asText())
                .contains(videos.getFirst().value());
        assertThat(first.path("contains_video").isNull()).isTrue();
        assertThat(lists.path("pagination").path("total").asInt()).isEqualTo(1);
        assertThat(anonymous.get(LISTS + "?channel=nobody-at-all").status()).isEqualTo(404);
        assertThat(anonymous.get(LISTS).status()).isEqualTo(400);
    }

    @Test
    void myListsSayWhichHoldAVideoAndArePaged() {
        List<VideoId> videos = films(2);
        String first = listOf("private", videos);
        String second = listOf("public", videos.subList(1, 2));
        JsonNode page = owner.get("/api/v1/me/playlists?limit=1&video=" + videos.getFirst())
                .json();
        assertThat(page.path("playlists").path(0).path("playlist_id").asText()).isEqualTo(id(second));
        assertThat(page.path("playlists").path(0).path("contains_video").asBoolean())
                .isFalse();
        assertThat(page.path("pagination").path("total").asInt()).isEqualTo(2);
        String cursor = page.path("pagination").path("next_cursor").asText();
        JsonNode rest = owner.get("/api/v1/me/playlists?limit=1&cursor=" + cursor + "&video=" + videos.getFirst())
                .json();
        assertThat(rest.path("playlists").path(0).path("playlist_id").asText()).isEqualTo(id(first));
        assertThat(rest.path("playlists").path(0).path("contains_video").asBoolean())
                .isTrue();
        assertThat(rest.path("pagination").path("has_more").asBoolean()).isFalse();
        assertThat(other.get("/api/v1/me/playlists").json().path("playlists")).isEmpty();
        assertThat(owner.get("/api/v1/me/playlists?cursor=AAAA").code()).isEqualTo("bad_cursor");
        assertThat(owner.get("/api/v1/me/playlists?limit=0").code()).isEqualTo("bad_limit");
        assertThat(owner.get("/api/v1/me/playlists?video=nonsense").status()).isEqualTo(404);
    }

    @Test
    void watchLaterIsMadeOnceAndStaysAsItIs() {
        List<VideoId> videos = films(2);
        String list = LISTS + "/watch-later";
        videos.forEach(video -> assertThat(put(other, list, video).status()).isEqualTo(200));
        assertThat(videos(other, list)).isEqualTo(text(videos.reversed()));
        JsonNode shown = other.get(list).json();
        assertThat(shown.path("kind").asText()).isEqualTo("watch_later");
        assertThat(shown.path("video_count").asInt()).isEqualTo(2);
        assertThat(owner.get(list).json().path("playlist_id").asText())
                .isNotEqualTo(shown.path("playlist_id").asText());
        assertThat(owner.get(LISTS + "/" + shown.path("playlist_id").asText()).status())
                .isEqualTo(404);
        assertThat(other.patch(list, "{\"privacy\": \"public\"}").code()).isEqualTo("fixed_playlist");
        assertThat(other.delete(list).code()).isEqualTo("fixed_playlist");
        assertThat(other.post(list + "/invitation", "{}").code()).isEqualTo("fixed_playlist");
    }

    @Test
    void whatSomebodyLikesIsAListThatCannotBeChangedHere() {
        List<VideoId> videos = films(3);
        VideoId secret = films.playing(owner.id(), titled("Secret", "public"));
        String list = LISTS + "/liked";
        assertThat(other.get(list).json().path("video_count").asInt()).isZero();
        for (VideoId video : List.of(videos.get(0), videos.get(1), secret)) {
            Answer liked = other.post("/api/v1/videos/" + video + "/like", "{\"action\": \"like\"}");
            assertThat(liked.status()).as(liked.toString()).isEqualTo(200);
        }
        owner.patch("/api/v1/videos/" + secret, "{\"privacy\": \"private\"}");
        JsonNode page = other.get(list + "/videos?limit=2").json();
        assertThat(values(page.path("videos"), "available")).containsExactly("false", "true");
        assertThat(page.path("videos").path(1).path("video").path("video_id").asText())
                .isEqualTo(videos.get(1).value());
        assertThat(page.path("pagination").path("total").asInt()).isEqualTo(3);
        JsonNode rest = other.get(list + "/videos?limit=2&cursor="
                        + page.path("pagination").path("next_cursor").asText())
                .json();
        assertThat(values(rest.path("videos"), "item_id"))
                .containsExactly(videos.get(0).value());
        assertThat(rest.path("pagination").path("has_more").asBoolean()).isFalse();
        JsonNode shown = other.get(list).json();
        assertThat(shown.path("kind").asText()).isEqualTo("liked");
        assertThat(shown.path("video_count").asInt()).isEqualTo(3);
        assertThat(put(other, list, videos.get(2)).code()).isEqualTo("fixed_playlist");
        assertThat(other.delete(list).code()).isEqualTo("fixed_playlist");
        assertThat(other.get(list + "/videos?shuffle=1").code()).isEqualTo("bad_shuffle");
        assertThat(other.get(list + "/videos?page=2").code()).isEqualTo("bad_page");
        assertThat(other.get(list + "/videos?cursor=AAAA").code()).isEqualTo("bad_cursor");
        for (String path : List.of(list, list + "/videos")) {
            assertThat(anonymous.get(path).status()).isEqualTo(401);
        }
        assertThat(videos(owner, list)).isEmpty();
    }

    @Test
    void thereCanBeFiveHundredOwnListsAndNoMore() {
        jdbi.useHandle(handle ->
                handle.execute("""
                insert into playlists (playlist_id, user_id, kind, title, description, privacy, created_at, updated_at)
                select ? + n, ?, 'own', 'n', '', 'private', now(), now() from generate_series(1, 499) n
                """, owner.id().value() + 1_000_000, owner.id().value()));
        assertThat(owner.post(LISTS, "{\"title\": \"the last\"}").status()).isEqualTo(201);
        Answer answer = owner.post(LISTS, "{\"title\": \"one more\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("too_many_playlists");
        assertThat(put(owner, LISTS + "/watch-later", films(1).getFirst()).status())
                .isEqualTo(200);
    }

    @Test
    void somebodyIsInvitedFillsTheListAndLeaves() {
        String list = list("private");
        VideoId theirs = films.playing(other.id(), titled("Theirs", "public"));
        assertThat(owner.get(list + "/invitation").json().path("token").isNull())
                .isTrue();
        String token =
                owner.post(list + "/invitation", "{}").json().path("token").asText();
        assertThat(owner.get(list + "/invitation").json().path("token").asText())
                .isEqualTo(token);
        assertThat(join(other, list, "wrong").code()).isEqualTo("invitation_not_found");
        assertThat(join(other, list, token).json().path("access").asText()).isEqualTo("collaborator");
        assertThat(join(other, list, token).status()).isEqualTo(200);
        assertThat(join(owner, list, token).json().path("access").asText()).isEqualTo("owner");
        assertThat(values(owner.get(list + "/collaborators").json().path("collaborators"), "joined_at"))
                .hasSize(1);

        assertThat(put(other, list, theirs).status()).isEqualTo(200);
        assertThat(videos(owner, list)).containsExactly(theirs.value());
        assertThat(move(other, list, items(other, list).getFirst(), null).status())
                .isEqualTo(204);
        assertThat(values(other.get("/api/v1/me/playlists").json().path("playlists"), "playlist_id"))
                .contains(id(list));
        assertThat(other.patch(list, "{\"title\": \"Ours\"}").code()).isEqualTo("not_owner");
        assertThat(other.get(list + "/invitation").status()).isEqualTo(403);
        assertThat(other.delete(list + "/collaborators/" + owner.id()).status()).isEqualTo(403);

        assertThat(other.delete(list + "/collaborators/" + other.id()).status()).isEqualTo(204);
        assertThat(other.get(list).status()).isEqualTo(404);
        assertThat(videos(owner, list)).containsExactly(theirs.value());
    }

    @Test
    void anInvitationThatWasTakenBackOrReplacedLetsNobodyIn() {
        String list = list("public");
        String old = owner.post(list + "/invitation", "{}").json().path("token").asText();
        String token =
                owner.post(list + "/invitation", "{}").json().path("token").asText();
        assertThat(join(other, list, old).status()).isEqualTo(404);
        assertThat(owner.delete(list + "/invitation").status()).isEqualTo(204);
        assertThat(join(other, list, token).code()).isEqualTo("invitation_not_found");
        String again =
                owner.post(list + "/invitation", "{}").json().path("token").asText();
        assertThat(again).isNotIn(old, token);
        assertThat(join(other, list("public"), again).status()).isEqualTo(404);
        assertThat(join(other, list, again).status()).isEqualTo(200);
        assertThat(owner.delete(list + "/collaborators/" + other.id()).status()).isEqualTo(204);
        assertThat(put(other, list, films(1).getFirst()).status()).isEqualTo(403);
    }

    @Test
    void aListHasAHundredCollaboratorsAtMost() {
        String list = list("public");
        String token =
                owner.post(list + "/invitation", "{}").json().path("token").asText();
        jdbi.useHandle(
                handle -> handle.execute("""
                insert into playlist_collaborators (playlist_id, user_id, joined_at)
                select ?, n, now() from generate_series(1, 100) n
                """, PlaylistId.fromString(id(list)).value()));
        assertThat(join(other, list, token).code()).isEqualTo("too_many_collaborators");
        assertThat(other.get(list).json().path("access").asText()).isEqualTo("viewer");
    }

    @Test
    void whatIsNoListIsNotFound() {
        for (String id : List.of("nonsense", "0HZZZZZZZZZZZ", "%00", "liked-by-me")) {
            assertThat(owner.get(LISTS + "/" + id).status()).as(id).isEqualTo(404);
            assertThat(owner.get(LISTS + "/" + id + "/videos").status()).as(id).isEqualTo(404);
        }
    }

    private static Answer join(Visitor who, String list, String token) {
        return who.post(list + "/collaborators", "{\"token\": \"" + token + "\"}");
    }

    private static String id(String list) {
        return list.substring(LISTS.length() + 1);
    }
}
