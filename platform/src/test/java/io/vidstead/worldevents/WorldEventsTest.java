package io.vidstead.worldevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From videos that are published to the event that they are. */
@PlatformTest
class WorldEventsTest {

    private static final String PATH = "/api/v1/world-events";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    FindJob job;

    private VideoId publish(Visitor owner, String title, String description) {
        return films.done(owner.id(), VideoDetails.of(title, description, "news", List.of("comet"), "public", "en"));
    }

    private Optional<JsonNode> eventOf(VideoId video) {
        JsonNode events = Visitor.anonymous(site).get(PATH + "?limit=50").json().path("events");
        for (JsonNode event : events) {
            if (event.path("videos").findValuesAsText("video_id").contains(video.value())) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    @Test
    void channelsThatTalkAboutOneThingMakeAnEventUntilTooLittleOfItIsLeft() {
        Visitor one = Visitor.user(site);
        Visitor other = Visitor.user(site);
        VideoId first = publish(one, "Comet Halvorsen seen over Norway", "A bright comet in the night sky");
        VideoId second = publish(other, "How to watch comet Halvorsen tonight", "Where the comet stands in the sky");
        VideoId third = publish(other, "Comet Halvorsen in my telescope", "The comet's tail, photographed");
        Await.until("the event", () -> {
            job.run();
            return eventOf(third).isPresent();
        });
        JsonNode event = eventOf(third).orElseThrow();
        assertThat(event.path("event_id").asText()).isEqualTo(first.value());
        assertThat(event.path("title").asText()).contains("Comet").contains("Halvorsen");
        assertThat(event.path("video_count").asInt()).isEqualTo(3);
        assertThat(event.path("channel_count").asInt()).isEqualTo(2);

        String page = PATH + "/" + first;
        JsonNode whole = Visitor.anonymous(site).get(page).json();
        assertThat(whole.path("videos").findValuesAsText("video_id"))
                .containsExactly(third.value(), second.value(), first.value());
        one.patch("/api/v1/videos/" + first, "{\"privacy\": \"private\"}");
        assertThat(eventOf(third)).as("two videos of one channel are none").isEmpty();
        assertThat(Visitor.anonymous(site).get(page).code()).isEqualTo("event_not_found");
    }
}
