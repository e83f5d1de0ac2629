package io.vidstead.catalog;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of videos, and what they are narrowed by. */
@PlatformTest
class VideoListTest extends VideoVisits {

    @Test
    void aListIsNewestFirstAndShowsWhatEverybodyMaySee() {
        VideoId first = films.done(owner.id(), titled("First", "public"));
        VideoId second = films.playing(owner.id(), titled("Second", "public"));
        films.playing(owner.id(), titled("Unlisted", "unlisted"));
        films.playing(owner.id(), titled("Private", "private"));
        films.draft(owner.id(), titled("Draft", "public"));

        Answer list = anonymous.get(channel());
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(ids(list)).containsExactly(second.value(), first.value());
        assertThat(ids(owner.get(channel()))).containsExactly(second.value(), first.value());
        JsonNode card = list.json().path("videos").path(1);
        assertThat(card.path("title").asText()).isEqualTo("First");
        assertThat(card.path("duration").asInt()).isEqualTo(40);
        assertThat(card.path("status").asText()).isEqualTo("ready");
        assertThat(card.path("user").path("username").asText()).isEqualTo(owner.username());
        assertThat(card.path("thumbnail_url").asText()).isEqualTo("/media/" + first + "/thumb-1-abc.jpg");
        assertThat(card.path("thumbnail_placeholder").asText()).isEqualTo("#aabbcc");
        assertThat(card.path("watch_position").isNull()).isTrue();
        JsonNode pagination = list.json().path("pagination");
        assertThat(pagination.path("total").asInt()).isEqualTo(2);
        assertThat(pagination.path("has_more").asBoolean()).isFalse();
        assertThat(pagination.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void pagesAndCursorsGoThroughAllVideosOnce() {
        List<String> all = IntStream.range(0, 7)
                .mapToObj(i ->
                        films.playing(owner.id(), titled("Film " + i, "public")).value())
                .toList()
                .reversed();
        List<String> byPage = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            byPage.addAll(ids(anonymous.get(channel() + "&limit=3&page=" + page)));
        }
        assertThat(byPage).isEqualTo(all);

        for (String sort : List.of("newest", "popular")) {
            List<String> byCursor = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = anonymous
                        .get(channel() + "&limit=2&sort=" + sort + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                        .json();
                page.path("videos").forEach(v -> byCursor.add(v.path("video_id").asText()));
                cursor = page.path("pagination").path("next_cursor").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            assertThat(byCursor).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void aCategoryNarrowsTheList() {
        VideoId music = films.playing(owner.id(), VideoDetails.of("Song", null, "music", null, null, null));
        films.playing(owner.id(), titled("Other", "public"));
        assertThat(ids(anonymous.get(channel() + "&category=music"))).containsExactly(music.value());
        assertThat(ids(anonymous.get(channel() + "&category=sports"))).isEmpty();
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
        "cursor=!!, bad_cursor",
        "sort=oldest, bad_sort",
        "category=cooking, bad_category"
    })
    void badQueriesAreRefused(String query, String code) {
        Answer answer = anonymous.get("/api/v1/videos?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void aCursorOfAnotherListIsForged() {
        films.playing(owner.id(), titled("A", "public"));
        films.playing(owner.id(), titled("B", "public"));
        String cursor = anonymous
                .get(channel() + "&limit=1")
                .json()
                .path("pagination")
                .path("next_cursor")
                .asText();
        assertThat(anonymous.get(channel() + "&limit=1&cursor=" + cursor).status())
                .isEqualTo(200);
        assertThat(anonymous
                        .get(channel() + "&limit=1&sort=popular&cursor=" + cursor)
                        .code())
                .isEqualTo("bad_cursor");
        assertThat(anonymous.get("/api/v1/videos?limit=1&cursor=" + cursor).code())
                .isEqualTo("bad_cursor");
    }

    @Test
    void anUnknownChannelIsNotFound() {
        assertThat(anonymous.get("/api/v1/videos?channel=nobody-at-all").status())
                .isEqualTo(404);
    }

    @Test
    void aListHasATag() {
        films.playing(owner.id(), titled("A", "public"));
        Answer list = anonymous.get(channel());
        String tag = list.header("ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(anonymous.get(channel(), "If-None-Match", tag).status()).isEqualTo(304);
        films.playing(owner.id(), titled("B", "public"));
        assertThat(anonymous.get(channel(), "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void answersArePackedForThoseWhoTakeIt() throws IOException {
        for (int i = 0; i < 5; i++) {
            films.playing(owner.id(), titled("Film " + i, "public"));
        }
        Answer plain = anonymous.get(channel());
        Answer packed = anonymous.get(channel(), "Accept-Encoding", "br, gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("ETag")).isEqualTo(plain.header("ETag"));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.bytes());
        }
        for (Answer answer : List.of(plain, packed, owner.get(channel()))) {
            assertThat(String.join(",", answer.response().headers().allValues("Vary")))
                    .contains("Authorization")
                    .contains("Accept-Encoding");
        }
        assertThat(anonymous.get(channel(), "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void thereAreFifteenCategories() {
        JsonNode categories = anonymous.get("/api/v1/categories").json().path("categories");
        assertThat(categories).hasSize(15);
        assertThat(categories.path(0).path("id").asText()).isEqualTo("film");
    }
}
