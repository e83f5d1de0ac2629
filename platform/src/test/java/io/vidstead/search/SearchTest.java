package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding videos, channels, playlists and comments. */
@PlatformTest
class SearchTest extends SearchVisits {

    @Test
    void aPublishedVideoIsFoundWithinTwoSeconds() {
        VideoId video = film("Learning to juggle " + word, "Three balls, <b>two</b> hands", "en");
        long began = System.nanoTime();
        awaitFound(video, word);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));

        JsonNode page = search(word).json();
        JsonNode result = page.path("results").path(0);
        assertThat(result.path("video_id").asText()).isEqualTo(video.value());
        assertThat(result.path("title").asText()).isEqualTo("Learning to juggle " + word);
        assertThat(result.path("description").asText()).isEqualTo("Three balls, <b>two</b> hands");
        assertThat(result.path("thumbnail_url").asText()).isEqualTo("/media/" + video + "/thumb-1-abc.jpg");
        assertThat(result.path("view_count").asInt()).isZero();
        assertThat(result.path("created_at").asText()).endsWith("Z");
        assertThat(result.path("relevance_score").asDouble()).isBetween(0.5, 1.0);
        assertThat(result.path("user").path("username").asText()).isEqualTo(owner.username());
        assertThat(page.path("pagination").path("page").asInt()).isEqualTo(1);
        assertThat(page.path("pagination").path("limit").asInt()).isEqualTo(20);
        assertThat(page.path("pagination").path("total").asInt())
                .isEqualTo(page.path("results").size());
        assertThat(page.path("pagination").path("has_more").asBoolean()).isFalse();
        JsonNode mark = result.at("/highlights/title/marks/0");
        assertThat(result.at("/highlights/title/text")
                        .asText()
                        .substring(mark.path("from").asInt(), mark.path("to").asInt()))
                .isEqualTo(word);
    }

    @Test
    void editsAreFoundAndOldWordsAreNot() {
        VideoId video = film("Before " + word, "", "en");
        awaitFound(video, word);
        String other = word();
        owner.patch("/api/v1/videos/" + video, "{\"title\": \"After " + other + "\"}");
        awaitFound(video, other);
        assertThat(found(word)).doesNotContain(video.value());
    }

    @Test
    void aWordThatIsOnlySaidFindsTheMoment() {
        VideoId video = film("A talk", "About many things", "en");
        captions(video, "en", """
                WEBVTT

                NOTE made by hand

                00:00:01.000 --> 00:00:04.000
                Welcome to &lt;everybody&gt;

                intro
                00:01:05.500 --> 00:01:09.000 align:start
                <v Anna>the %s behaves</v> oddly
                in winter

                01:00:00.000 --> 01:00:02.000
                the %s again
                """.formatted(word, word));
        awaitFound(video, word);
        JsonNode moments = first(word).path("moments");
        assertThat(moments).hasSize(2);
        assertThat(moments.findValuesAsText("start")).containsExactlyInAnyOrder("65.5", "3600.0");
        JsonNode inside =
                anonymous.get("/api/v1/videos/" + video + "/search?q=" + word).json();
        assertThat(inside.path("moments")).hasSize(2);
        JsonNode moment = inside.path("moments").path(0);
        assertThat(moment.path("start").asDouble()).isEqualTo(65.5);
        assertThat(moment.path("end").asDouble()).isEqualTo(69);
        assertThat(moment.path("language").asText()).isEqualTo("en");
        assertThat(moment.at("/snippet/text").asText()).isEqualTo("the " + word + " behaves oddly in winter");
        assertThat(moment.at("/snippet/marks/0/from").asInt()).isEqualTo(4);
        assertThat(anonymous
                        .get("/api/v1/videos/" + video + "/search?q=everybody")
                        .json()
                        .at("/moments/0/snippet/text")
                        .asText())
                .isEqualTo("Welcome to <everybody>");
    }

    @Test
    void anErrorInTypingIsForgivenAndTold() {
        String name = "Photogrammetrie" + word;
        VideoId video = film("All about " + name, "", "en");
        awaitFound(video, name);
        String wrong = name.substring(0, 6) + name.substring(7);
        Await.until("it is found", () -> found(wrong).contains(video.value()));
        assertThat(search(wrong).json().path("did_you_mean").asText()).isEqualToIgnoringCase(name);
        assertThat(search(name).json().path("did_you_mean").isNull()).isTrue();
    }

    @Test
    void theEndOfAGermanCompoundFindsIt() {
        String part = word + "anhänger";
        VideoId video = film("Boots" + part + " richtig beladen", "", "de");
        awaitFound(video, "Boots" + part);
        assertThat(found(part)).containsExactly(video.value());
    }

    @Test
    void whatMeansTheSameIsFound() {
        VideoId video = film("Kitten naps on the couch " + word, "A small cat sleeps", "en");
        Await.until("it is found", () -> {
            JsonNode page = search("feline animals resting on furniture, channel:" + owner.username())
                    .json();
            return page.path("semantic").asBoolean()
                    && page.path("results").findValuesAsText("video_id").contains(video.value());
        });
    }

    @Test
    void operatorsFiltersOrdersAndFacets() {
        VideoId first = film(word + " red wine", "", "en");
        VideoId second = films.done(
                owner.id(), VideoDetails.of(word + " wine that is red", null, "music", null, "public", "de"));
        awaitFound(first, word);
        awaitFound(second, word);
        assertThat(found(word + " \"red wine\"")).containsExactly(first.value());
        assertThat(found(word + " -that")).containsExactly(first.value());
        assertThat(found(word.substring(0, word.length() - 2) + "*"))
                .containsExactlyInAnyOrder(first.value(), second.value());
        assertThat(found(word + " channel:" + owner.username())).hasSize(2);
        assertThat(found(word + " channel:nobody-at-all")).isEmpty();
        assertThat(found(word + " after:2000-01-01 before:2200-01-01")).hasSize(2);
        assertThat(found(word + " before:2000-01-01")).isEmpty();
        assertThat(found(word, "&category=music")).containsExactly(second.value());
        assertThat(found(word, "&language=de")).containsExactly(second.value());
        assertThat(found(word, "&duration=short&uploaded=hour&resolution=hd&channel=" + owner.username()))
                .hasSize(2);
        assertThat(found(word, "&duration=long")).isEmpty();
        assertThat(found(word, "&resolution=4k")).isEmpty();
        assertThat(found(word, "&captions=true")).isEmpty();
        assertThat(found(word, "&sort=date")).containsExactly(second.value(), first.value());
        assertThat(found(word, "&sort=views")).hasSize(2);
        assertThat(found(word, "&sort=rating")).hasSize(2);
        assertThat(found(word, "&sort=date&limit=1&page=2")).containsExactly(first.value());
        assertThat(search(word, "&limit=1")
                        .json()
                        .path("pagination")
                        .path("has_more")
                        .asBoolean())
                .isTrue();
        JsonNode facets = search(word, "&facets=true").json().path("facets");
        assertThat(facets.path("category").findValuesAsText("value")).containsExactlyInAnyOrder("education", "music");
        assertThat(facets.at("/channel/0/count").asInt()).isEqualTo(2);
    }

    @Test
    void channelsPlaylistsAndCommentsAreFound() {
        owner.patch("/api/v1/me", "{\"channel_name\": \"The " + word + " channel\"}");
        owner.post("/api/v1/playlists", "{\"title\": \"A list of " + word + "\", \"privacy\": \"public\"}");
        owner.post("/api/v1/playlists", "{\"title\": \"A private list of " + word + "\"}");
        VideoId video = film("A film", "", "en");
        owner.post("/api/v1/videos/" + video + "/comments", "{\"content\": \"How " + word + " of you\"}");
        Await.until(
                "it is found",
                () -> first(word, "&type=channel").path("username").asText().equals(owner.username()));
        Await.until(
                "it is found",
                () -> search(word, "&type=playlist").json().path("results").size() == 1);
        Await.until(
                "it is found",
                () -> first(word, "&type=comment").path("video_id").asText().equals(video.value()));
        assertThat(search(word, "&type=comment&video_id=" + video).json().path("results"))
                .hasSize(1);
        assertThat(search(word, "&type=comment&video_id=xxxxxxxxxxx").json().path("results"))
                .isEmpty();
    }

    @Test
    void titlesAreSuggested() {
        film("How " + word + " works", "", "en");
        String typed = query("how " + word.substring(0, word.length() - 3));
        Await.until(
                "it is found",
                () -> anonymous
                        .get("/api/v1/search/suggest?q=" + typed)
                        .json()
                        .at("/suggestions/0/text")
                        .asText()
                        .equals("How " + word + " works"));
        assertThat(anonymous.get("/api/v1/search/suggest").json().path("suggestions"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=x&type=user",
                "q=x&sort=best",
                "q=x&limit=0",
                "q=x&limit=101",
                "q=x&page=0",
                "q=x&page=51",
                "q=x&duration=5",
                "q=x&uploaded=ever",
                "q=x&resolution=8",
                "q=before%3Ayesterday",
                "q=after%3A2026-02-31",
            })
    void whatCannotBeMeantIsRefused(String parameters) {
        Answer answer = anonymous.get("/api/v1/search?" + parameters);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void bombsAreRefusedOrAnsweredAtOnce() {
        assertThat(search("x".repeat(501)).code()).isEqualTo("query_too_long");
        assertThat(search("a ".repeat(100)).code()).isEqualTo("query_too_long");
        assertThat(anonymous
                        .get("/api/v1/search/suggest?q=" + "x".repeat(5_000))
                        .status())
                .isEqualTo(200);
        long began = System.nanoTime();
        for (String bomb : List.of(
                "*".repeat(500),
                "a* b* c* d* ab* cd* ef* gh*",
                "\"".repeat(500),
                "- -- --- ''",
                "\u0000",
                "天".repeat(400),
                "(a OR b) AND [x TO y] /re.*/ ~ ^9 \\",
                "\u202e\u0301\u0301")) {
            assertThat(search(bomb).status()).as(bomb).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
}
