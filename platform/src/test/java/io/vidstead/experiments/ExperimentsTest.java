package io.vidstead.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.engines.Await;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An experiment from its begin to its result. */
@PlatformTest
class ExperimentsTest {

    private static final String PATH = "/api/v1/admin/experiments";
    private static final String DIVERSITY = "recommendations.diversity";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    @Inject
    Experiments experiments;

    private Visitor admin;

    @BeforeEach
    void anAdministrator() {
        admin = Visitor.of(site, Role.ADMINISTRATOR, jdbi);
        nothingRuns();
    }

    @AfterEach
    void nothingRuns() {
        jdbi.useHandle(handle -> handle.execute("update experiments set ended_at = now() where ended_at is null"));
        experiments.changed();
    }

    private Visitor.Answer begin(String trial, String percent) {
        return admin.post(PATH, "{\"trial\": \"" + trial + "\", \"percent\": " + percent + "}");
    }

    private JsonNode experiment(String id) {
        for (JsonNode each : admin.get(PATH).json().path("experiments")) {
            if (each.path("experiment_id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no experiment " + id);
    }

    private int people(String id) {
        int people = 0;
        for (JsonNode result : experiment(id).path("results")) {
            people += result.path("people").asInt();
        }
        return people;
    }

    @Test
    void whoSeesAVariantIsCountedOnceAndWhatTheyDoSpeaksForIt() {
        VideoId film = films.done(Visitor.user(site).id(), Films.titled("A film", "public"));
        String id = begin(DIVERSITY, "100").json().path("experiment_id").asText();
        List<Visitor> viewers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Visitor viewer = Visitor.user(site);
            viewers.add(viewer);
            assertThat(viewer.get("/api/v1/recommendations").status()).isEqualTo(200);
            assertThat(viewer.get("/api/v1/recommendations/home").status()).isEqualTo(200);
        }
        assertThat(people(id)).isEqualTo(12);
        for (JsonNode result : experiment(id).path("results")) {
            assertThat(result.path("mean").asDouble()).isZero();
        }
        viewers.forEach(viewer -> viewer.post("/api/v1/videos/" + film + "/like", "{\"action\": \"like\"}"));
        Await.until("all likes are counted", () -> {
            for (JsonNode result : experiment(id).path("results")) {
                if (result.path("people").asInt() > 0 && result.path("mean").asDouble() != 1) {
                    return false;
                }
            }
            return true;
        });
        assertThat(experiment(id).at("/results/0/difference").isNull()).isTrue();

        assertThat(admin.delete(PATH + "/" + id).status()).isEqualTo(204);
        Visitor.user(site).get("/api/v1/recommendations");
        assertThat(people(id)).as("it has ended").isEqualTo(12);
        assertThat(experiment(id).path("ended_at").asText()).endsWith("Z");
    }

    @Test
    void oneAtATimeAndOnlyWhatThereIsToTry() {
        assertThat(begin("no.such", "10").code()).isEqualTo("bad_trial");
        assertThat(begin(DIVERSITY, "0").code()).isEqualTo("bad_percent");
        assertThat(begin(DIVERSITY, "101").code()).isEqualTo("bad_percent");
        assertThat(begin(DIVERSITY, "1").status()).isEqualTo(201);
        assertThat(begin(DIVERSITY, "1").code()).isEqualTo("already_running");
        assertThat(admin.delete(PATH + "/0000000000000").code()).isEqualTo("experiment_not_found");
        assertThat(admin.delete(PATH + "/x").code()).isEqualTo("experiment_not_found");
    }
}
