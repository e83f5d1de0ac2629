package io.vidstead.catalog;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor.Answer;
import org.junit.jupiter.api.Test;

/** What the studio lists. */
@PlatformTest
class StudioListTest extends VideoVisits {

    @Test
    void theStudioListsEverythingOfItsOwner() {
        VideoId draft = films.draft(owner.id(), titled("Alpha draft", "public"));
        VideoId playing = films.playing(owner.id(), titled("Beta", "private"));
        VideoId done = films.done(owner.id(), titled("Gamma 100%", "unlisted"));
        Answer all = owner.get("/api/v1/me/videos");
        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        assertThat(ids(all)).containsExactly(done.value(), playing.value(), draft.value());
        assertThat(all.json().path("pagination").path("total").asInt()).isEqualTo(3);
        JsonNode entry = all.json().path("videos").path(1);
        assertThat(entry.path("privacy").asText()).isEqualTo("private");
        assertThat(entry.path("stage").asText()).isEqualTo("encoding");
        assertThat(entry.path("file_size").asLong()).isEqualTo(1_000_000);
        assertThat(entry.path("thumbnail_url").asText())
                .matches("/media/" + playing + "/\\d+-[0-9A-Z]+/[^/]+/thumb-1-abc.jpg");
        assertThat(ids(owner.get("/api/v1/me/videos?sort=oldest")).getFirst()).isEqualTo(draft.value());
        assertThat(ids(owner.get("/api/v1/me/videos?sort=title")).getFirst()).isEqualTo(draft.value());
        assertThat(ids(owner.get("/api/v1/me/videos?sort=views"))).hasSize(3);
        assertThat(ids(owner.get("/api/v1/me/videos?status=uploading"))).containsExactly(draft.value());
        assertThat(ids(owner.get("/api/v1/me/videos?status=ready"))).hasSize(2);
        assertThat(ids(owner.get("/api/v1/me/videos?q=BETA"))).containsExactly(playing.value());
        assertThat(ids(owner.get("/api/v1/me/videos?q=100%25"))).containsExactly(done.value());
        assertThat(ids(owner.get("/api/v1/me/videos?q=%25%25"))).isEmpty();
        assertThat(ids(other.get("/api/v1/me/videos"))).isEmpty();
    }

    @Test
    void longTitlesOfAnyScriptHaveANextPage() {
        String title = "\uD83D\uDE00".repeat(VideoDetails.MAX_TITLE - 1);
        VideoId first = films.draft(owner.id(), titled(title + "1", "public"));
        VideoId second = films.draft(owner.id(), titled(title + "2", "public"));
        String sorted = "/api/v1/me/videos?sort=title&limit=1";
        Answer page = owner.get(sorted);
        assertThat(ids(page)).containsExactly(first.value());
        String cursor = page.json().path("pagination").path("next_cursor").asText();
        assertThat(ids(owner.get(sorted + "&cursor=" + cursor))).containsExactly(second.value());
    }

    @Test
    void theStudioRefuses() {
        assertThat(anonymous.get("/api/v1/me/videos").status()).isEqualTo(401);
        assertThat(owner.get("/api/v1/me/videos?sort=popular").code()).isEqualTo("bad_sort");
        assertThat(owner.get("/api/v1/me/videos?status=odd").code()).isEqualTo("bad_status");
        assertThat(owner.get("/api/v1/me/videos?limit=101").code()).isEqualTo("bad_limit");
        assertThat(owner.get("/api/v1/me/videos?q=" + "x".repeat(300)).code()).isEqualTo("bad_query");
        assertThat(owner.get("/api/v1/me/videos?q=a%00").status()).isEqualTo(400);
    }
}
