package io.vidstead.engagement;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.RequestStatements;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody follows, and what is new there. */
@PlatformTest
class FeedTest {

    private static final String LIST = "/api/v1/me/subscriptions";
    private static final String FEED = "/api/v1/me/subscriptions/videos";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    private Visitor fan;
    private Visitor one;
    private Visitor two;

    @BeforeEach
    void come() {
        fan = Visitor.user(site);
        one = Visitor.user(site);
        two = Visitor.user(site);
    }

    private void follow(Visitor channel) {
        assertThat(fan.send(
                                "PUT",
                                "/api/v1/channels/" + channel.username() + "/subscription",
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(200);
    }

    private List<String> walk(String path, String items, String id, int limit) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = fan.get(path + "?limit=" + limit + cursor).json();
            page.path(items).forEach(item -> seen.add(item.path(id).asText()));
            assertThat(page.path(items).size()).isLessThanOrEqualTo(limit);
            cursor = page.path("has_more").asBoolean()
                    ? "&cursor=" + page.path("next_cursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return seen;
    }

    @Test
    void aFeedHoldsThePublicVideosOfAllChannelsTheNewestFirst() {
        follow(one);
        follow(two);
        Visitor stranger = Visitor.user(site);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Visitor channel = i % 3 == 0 ? two : one;
            expected.addFirst(
                    films.playing(channel.id(), titled("Film " + i, "public")).value());
            films.playing(channel.id(), titled("Unlisted", "unlisted"));
            films.playing(channel.id(), titled("Private", "private"));
            films.draft(channel.id(), titled("Draft", "public"));
            films.playing(stranger.id(), titled("Of somebody else", "public"));
        }
        for (int limit : List.of(1, 2, 7, 20)) {
            assertThat(walk(FEED, "videos", "video_id", limit)).isEqualTo(expected);
        }
        JsonNode card = fan.get(FEED).json().path("videos").path(0);
        assertThat(card.path("title").asText()).isEqualTo("Film 6");
        assertThat(card.path("user").path("username").asText()).isEqualTo(two.username());

        fan.delete("/api/v1/channels/" + two.username() + "/subscription");
        assertThat(walk(FEED, "videos", "video_id", 3)).hasSize(4);
    }

    @Test
    void aFeedKnowsWhereOneStopped() {
        follow(one);
        VideoId video = films.done(one.id(), titled("Film", "public"));
        fan.post("/api/v1/videos/" + video + "/watch-position", "{\"position\": 12, \"duration\": 40}");
        assertThat(fan.get(FEED)
                        .json()
                        .path("videos")
                        .path(0)
                        .path("watch_position")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void whoFollowsNobodyHasAnEmptyFeed() {
        assertThat(fan.get(FEED).json().path("videos")).isEmpty();
        assertThat(fan.get(FEED).json().path("has_more").asBoolean()).isFalse();
        assertThat(fan.get(LIST).json().path("channels")).isEmpty();
    }

    @Test
    void theListOfChannelsIsTheLatestFirst() {
        follow(one);
        follow(two);
        for (int limit : List.of(1, 2, 20)) {
            assertThat(walk(LIST, "channels", "username", limit)).containsExactly(two.username(), one.username());
        }
        JsonNode channel = fan.get(LIST).json().path("channels").path(0);
        assertThat(channel.path("bell").asText()).isEqualTo("personalised");
        assertThat(channel.path("user_id").asText()).isEqualTo(two.id().toString());
    }

    @Test
    void aThousandSubscriptionsCostThreeStatements() {
        follow(one);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            expected.addFirst(
                    films.playing(one.id(), titled("Film " + i, "public")).value());
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into subscriptions (channel_id, user_id, active, counted, bell, since)
                        select 5000000 + n, :fan, true, true, 'all', now() from generate_series(1, 999) n
                        """).bind("fan", fan.id()).execute());
        fan.get(FEED);
        List<String> statements = statements(() -> fan.get(FEED));
        assertThat(statements).hasSizeLessThanOrEqualTo(3);
        assertThat(walk(FEED, "videos", "video_id", 20)).isEqualTo(expected);
        assertThat(fan.get(LIST + "?limit=100").status()).isEqualTo(200);
    }

    private List<String> statements(Runnable work) {
        return RequestStatements.of(jdbi, work, "videos", "subscriptions", "users", "watch_history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "cursor=AAAA", "cursor=!!"})
    void badQueriesAreRefused(String query) {
        assertThat(fan.get(FEED + "?" + query).status()).isEqualTo(400);
        assertThat(fan.get(LIST + "?" + query).status()).isEqualTo(400);
        assertThat(Visitor.anonymous(site).get(FEED).status()).isEqualTo(401);
        assertThat(Visitor.anonymous(site).get(LIST).status()).isEqualTo(401);
    }
}
