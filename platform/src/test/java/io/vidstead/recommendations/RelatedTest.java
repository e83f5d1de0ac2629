package io.vidstead.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.Await;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.search.SubjectLearned;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.enterprise.event.Event;
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

    @Inject
    Transactions transactions;

    @Inject
    Event<SubjectLearned> learned;

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
                    && found.path("relevance_score").asDouble() > score(viewer, bread, rocket);
        });
        assertThat(find(viewer, bread, bread).isMissingNode()).isTrue();
    }

    @Test
    void aListMadeBeforeASubjectWasKnownIsMadeAnewAtOnce() {
        VideoId piano = film(Visitor.user(site), "A nocturne", "Played on the piano.");
        VideoId harbour = film(Visitor.user(site), "Cranes and containers", "A morning in the harbour.");
        Visitor viewer = Visitor.anonymous(site);
        double strangers = score(viewer, piano, harbour);

        transactions.run(tx -> tx.createUpdate("update videos set category = 'music' where video_id in (:one, :other)")
                .bind("one", piano.value())
                .bind("other", harbour.value())
                .execute());
        learned.fire(new SubjectLearned(harbour));

        assertThat(score(viewer, piano, harbour)).isGreaterThan(strangers);
    }

    private static double score(Visitor viewer, VideoId beside, VideoId wanted) {
        return find(viewer, beside, wanted).path("relevance_score").asDouble();
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
