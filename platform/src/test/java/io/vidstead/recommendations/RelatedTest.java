package io.vidstead.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What goes with a video by its subject. */
@PlatformTest
class RelatedTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    private VideoId film(Visitor owner, String title, String description) {
        return films.done(owner.id(), VideoDetails.of(title, description, null, null, "public", "en"));
    }

    @Test
    void otherWordsOfLikeMeaningGoTogether() {
        VideoId bread = film(Visitor.user(site), "Sourdough for beginners", "How to bake bread at home.");
        VideoId loaf =
                film(Visitor.user(site), "Making a rustic loaf", "Flour, water, salt and an oven are all one needs.");
        VideoId rocket = film(Visitor.user(site), "Launch of a rocket", "Lift-off from the coast at night.");
        Visitor viewer = Visitor.anonymous(site);
        Await.until("the loaf goes with the bread because of its subject", () -> {
            JsonNode found = find(viewer, bread, loaf);
            return found.path("reason").path("kind").asText().equals("similar")
                    && found.path("relevance_score").asDouble()
                            > find(viewer, bread, rocket)
                                    .path("relevance_score")
                                    .asDouble();
        });
        assertThat(find(viewer, bread, bread).isMissingNode()).isTrue();
    }

    private static JsonNode find(Visitor viewer, VideoId beside, VideoId wanted) {
        for (JsonNode each : viewer.get("/api/v1/videos/" + beside + "/related?limit=100")
                .json()
                .path("related")) {
            if (each.path("video_id").asText().equals(wanted.value())) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }
}
