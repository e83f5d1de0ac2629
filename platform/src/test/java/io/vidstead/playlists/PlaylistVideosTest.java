package io.vidstead.playlists;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.RequestStatements;
import io.vidstead.testing.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is in a list, and in which order. */
@PlatformTest
class PlaylistVideosTest extends PlaylistVisits {

    @Test
    void addingAndRemovingTwiceIsDoneOnce() {
        List<VideoId> videos = films(2);
        String list = list("public");
        JsonNode first = put(owner, list, videos.getFirst()).json();
        assertThat(first.path("added").asBoolean()).isTrue();
        JsonNode again = put(owner, list, videos.getFirst()).json();
        assertThat(again.path("added").asBoolean()).isFalse();
        assertThat(again.path("item_id")).isEqualTo(first.path("item_id"));
        assertThat(again.path("video_count").asInt()).isEqualTo(1);
        put(owner, list, videos.getLast());
        assertThat(videos(owner, list)).isEqualTo(text(videos));
        for (int i = 0; i < 2; i++) {
            assertThat(owner.delete(list + "/videos/" + videos.getFirst()).status())
                    .isEqualTo(204);
            assertThat(owner.delete(list + "/items/" + first.path("item_id").asText())
                            .status())
                    .isEqualTo(204);
        }
        assertThat(videos(owner, list)).containsExactly(videos.getLast().value());
        assertThat(owner.get(list).json().path("video_count").asInt()).isEqualTo(1);
    }

    @Test
    void whatOneMayNotSeeCannotBeAdded() {
        VideoId hidden = films.playing(other.id(), titled("Hidden", "private"));
        String list = list("public");
        assertThat(put(owner, list, hidden).code()).isEqualTo("video_not_found");
        assertThat(put(owner, list, new VideoId("AAAAAAAAAAA")).code()).isEqualTo("video_not_found");
        assertThat(owner.send("PUT", list + "/videos/nonsense", BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
        assertThat(owner.get(list).json().path("video_count").asInt()).isZero();
    }

    @Test
    void whatTheViewerMayNotSeeIsUnavailableAndUnnamed() {
        VideoId open = films.playing(owner.id(), titled("Open", "public"));
        VideoId secret = films.playing(owner.id(), titled("My secret film", "private"));
        VideoId gone = films.playing(owner.id(), titled("Gone film", "public"));
        String list = listOf("public", List.of(secret, open, gone));
        assertThat(owner.delete("/api/v1/videos/" + gone).status()).isEqualTo(204);

        Answer seen = anonymous.get(list + "/videos");
        assertThat(seen.text()).doesNotContain(secret.value(), "secret", gone.value(), "Gone");
        JsonNode entries = seen.json().path("videos");
        assertThat(entries).hasSize(3);
        assertThat(values(entries, "available")).containsExactly("false", "true", "false");
        assertThat(entries.path(0).path("video").isNull()).isTrue();
        assertThat(seen.json().path("pagination").path("total").asInt()).isEqualTo(3);
        JsonNode cover = anonymous.get(list).json();
        assertThat(cover.path("first_video_id").isNull()).isTrue();
        assertThat(anonymous.get(list).text()).doesNotContain(secret.value());

        JsonNode own = owner.get(list + "/videos").json().path("videos");
        assertThat(values(own, "available")).containsExactly("true", "true", "false");
        String signed = own.path(0).path("video").path("thumbnail_url").asText();
        assertThat(anonymous.get(signed).status()).isEqualTo(200);

        String item = entries.path(2).path("item_id").asText();
        assertThat(owner.delete(list + "/items/" + item).status()).isEqualTo(204);
        assertThat(items(owner, list)).hasSize(2);
    }

    @Test
    void aVideoIsMovedBehindAnotherOrToTheHead() {
        List<VideoId> videos = films(4);
        String list = listOf("public", videos);
        List<String> items = items(owner, list);
        assertThat(move(owner, list, items.get(3), null).status()).isEqualTo(204);
        assertThat(items(owner, list)).containsExactly(items.get(3), items.get(0), items.get(1), items.get(2));
        move(owner, list, items.get(0), items.get(1));
        assertThat(items(owner, list)).containsExactly(items.get(3), items.get(1), items.get(0), items.get(2));
        move(owner, list, items.get(3), items.get(2));
        assertThat(items(owner, list)).containsExactly(items.get(1), items.get(0), items.get(2), items.get(3));
        move(owner, list, items.get(1), items.get(1));
        assertThat(items(owner, list)).containsExactly(items.get(1), items.get(0), items.get(2), items.get(3));
    }

    @Test
    void movesAreRefused() {
        String list = listOf("public", films(2));
        String elsewhere = listOf("public", films(1));
        List<String> items = items(owner, list);
        String foreign = items(owner, elsewhere).getFirst();
        assertThat(move(owner, list, foreign, null).code()).isEqualTo("item_not_found");
        assertThat(move(owner, list, "nonsense", null).status()).isEqualTo(404);
        assertThat(move(owner, list, items.get(0), foreign).code()).isEqualTo("neighbour_gone");
        owner.delete(list + "/items/" + items.get(1));
        assertThat(move(owner, list, items.get(0), items.get(1)).status()).isEqualTo(409);
        assertThat(owner.post(list + "/items/" + items.get(0) + "/move", "{\"before\": null}")
                        .status())
                .isEqualTo(400);
        assertThat(owner.delete(elsewhere + "/items/" + items.get(0)).status()).isEqualTo(204);
        assertThat(items(owner, list)).containsExactly(items.get(0));
    }

    @Test
    void manyMovesToOneSpotKeepTheOrderTheyMean() {
        String list = listOf("public", films(4));
        List<String> expected = new ArrayList<>(items(owner, list));
        for (int i = 0; i < 80; i++) {
            String item = expected.get(1 + 1 + i % 2);
            assertThat(move(owner, list, item, expected.getFirst()).status()).isEqualTo(204);
            expected.remove(item);
            expected.add(1, item);
        }
        assertThat(items(owner, list)).isEqualTo(expected);
    }

    @Test
    void concurrentMovesLoseAndDoubleNothing() throws Exception {
        String list = listOf("public", films(6));
        List<String> items = items(owner, list);
        List<Callable<Integer>> moves = new ArrayList<>();
        var random = new Random(11);
        for (int i = 0; i < 120; i++) {
            String item = items.get(random.nextInt(6));
            String after = random.nextInt(5) == 0 ? null : items.get(random.nextInt(6));
            moves.add(() -> move(owner, list, item, after).status());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> moved : threads.invokeAll(moves)) {
                assertThat(moved.get()).isEqualTo(204);
            }
        }
        assertThat(items(owner, list)).containsExactlyInAnyOrderElementsOf(items);
        // The order is a plain one: it can be made whatever is wanted.
        String before = null;
        for (String item : items) {
            move(owner, list, item, before);
            before = item;
        }
        assertThat(items(owner, list)).isEqualTo(items);
    }

    @Test
    void concurrentAddingOfOneVideoAddsItOnce() throws Exception {
        VideoId video = films(1).getFirst();
        String list = list("public");
        List<Callable<Boolean>> adds = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            adds.add(() -> put(owner, list, video).json().path("added").asBoolean());
        }
        int added = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> one : threads.invokeAll(adds)) {
                added += one.get() ? 1 : 0;
            }
        }
        assertThat(added).isEqualTo(1);
        assertThat(owner.get(list).json().path("video_count").asInt()).isEqualTo(1);
    }

    @Test
    void aFullListTakesNoMore() {
        List<VideoId> videos = films(2);
        String list = listOf("public", videos.subList(0, 1));
        long id = PlaylistId.fromString(list.substring(LISTS.length() + 1)).value();
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into playlist_items (item_id, playlist_id, video_id, rank, added_by, added_at)
                    select ? + n, ?, lpad(n::text, 10, '0') || 'A', -n, 1, now() from generate_series(1, 4999) n
                    """, id + 1_000_000, id);
            handle.execute("update playlists set video_count = 5000 where playlist_id = ?", id);
        });
        Answer answer = put(owner, list, videos.get(1));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("playlist_full");
        assertThat(put(owner, list, videos.get(0)).json().path("added").asBoolean())
                .isFalse();
        assertThat(move(owner, list, items(owner, list).get(50), null).status()).isEqualTo(204);
    }

    @Test
    void cursorsGoThroughAListThatIsBeingReordered() {
        List<VideoId> videos = films(7);
        String list = listOf("unlisted", videos);
        List<String> items = items(owner, list);
        JsonNode first = anonymous.get(list + "/videos?limit=3").json();
        assertThat(values(first.path("videos"), "item_id")).isEqualTo(items.subList(0, 3));
        // Numbering the items anew, and moving what was read, does not disturb who goes on reading.
        for (int i = 0; i < 40; i++) {
            move(owner, list, items.get(i % 2), null);
        }
        JsonNode second =
                anonymous.get(list + "/videos?limit=3&cursor=" + cursor(first)).json();
        assertThat(values(second.path("videos"), "item_id")).isEqualTo(items.subList(3, 6));
        owner.delete(list + "/items/" + items.get(5));
        JsonNode third =
                anonymous.get(list + "/videos?limit=3&cursor=" + cursor(second)).json();
        assertThat(values(third.path("videos"), "item_id")).isEqualTo(items.subList(6, 7));
        assertThat(third.path("pagination").path("has_more").asBoolean()).isFalse();
        assertThat(anonymous
                        .get(list("public") + "/videos?cursor=" + cursor(first))
                        .code())
                .isEqualTo("bad_cursor");
        assertThat(anonymous
                        .get(list + "/videos?shuffle=1&cursor=" + cursor(first))
                        .code())
                .isEqualTo("bad_cursor");
        assertThat(anonymous.get(list + "/videos?limit=101").code()).isEqualTo("bad_limit");
    }

    @Test
    void aShuffledOrderIsTheSameForTheSameNumber() {
        String list = listOf("public", films(12));
        List<String> own = items(owner, list);
        List<String> shuffled = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    anonymous.get(list + "/videos?shuffle=7&limit=5" + cursor).json();
            shuffled.addAll(values(page.path("videos"), "item_id"));
            cursor = page.path("pagination").path("has_more").asBoolean() ? "&cursor=" + cursor(page) : "";
        } while (!cursor.isEmpty());
        assertThat(shuffled).containsExactlyInAnyOrderElementsOf(own).isNotEqualTo(own);
        assertThat(values(
                        anonymous
                                .get(list + "/videos?shuffle=7&limit=100")
                                .json()
                                .path("videos"),
                        "item_id"))
                .isEqualTo(shuffled);
        assertThat(values(
                        anonymous
                                .get(list + "/videos?shuffle=8&limit=100")
                                .json()
                                .path("videos"),
                        "item_id"))
                .isNotEqualTo(shuffled);
        assertThat(anonymous.get(list + "/videos?shuffle=x").status()).isEqualTo(400);
    }

    @Test
    void howFarTheViewerCameIsShown() {
        List<VideoId> videos = films(2);
        String list = listOf("public", videos);
        other.post("/api/v1/videos/" + videos.getLast() + "/watch-position", """
                {"position": 12, "duration": 40}
                """);
        JsonNode entries = other.get(list + "/videos").json().path("videos");
        assertThat(entries.path(0).path("video").path("watch_position").isNull())
                .isTrue();
        assertThat(entries.path(1).path("video").path("watch_position").asInt()).isEqualTo(12);
        assertThat(anonymous
                        .get(list + "/videos")
                        .json()
                        .path("videos")
                        .path(1)
                        .path("video")
                        .path("watch_position")
                        .isNull())
                .isTrue();
    }

    @Test
    void aPageCostsThreeStatementsAtMost() {
        String list = listOf("public", films(5));
        listOf("public", films(2));
        other.get(list + "/videos");
        owner.get("/api/v1/me/playlists");
        assertThat(statements(() -> other.get(list + "/videos"))).hasSizeLessThanOrEqualTo(3);
        assertThat(statements(() -> owner.get("/api/v1/me/playlists"))).hasSizeLessThanOrEqualTo(3);
        assertThat(statements(() -> other.get(list))).hasSizeLessThanOrEqualTo(3);
    }

    private List<String> statements(Runnable work) {
        return RequestStatements.of(jdbi, work, "playlist", "videos", "users", "watch_history");
    }

    private static String cursor(JsonNode page) {
        return page.path("pagination").path("next_cursor").asText();
    }
}
