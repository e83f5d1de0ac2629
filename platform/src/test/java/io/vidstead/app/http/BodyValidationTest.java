package io.vidstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class BodyValidationTest {

    @TestHTTPResource("/")
    URI site;

    private static List<String> errors(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asText()).isEqualTo("invalid");
        return StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(error -> error.path("field").asText() + " "
                        + error.path("detail").asText())
                .toList();
    }

    @Test
    void eachFieldIsNamedAsTheJsonSpellsIt() {
        assertThat(errors(Visitor.anonymous(site).post("/api/v1/auth/register", """
                {"username": "x", "email": "nowhere", "password": "short"}
                """)))
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("email must be an address such as "),
                        error -> assertThat(error).isEqualTo("password size must be between 10 and 200"),
                        error -> assertThat(error).startsWith("username "));
    }

    @Test
    void soIsWhatLiesInAList() {
        assertThat(errors(Visitor.user(site).post("/api/v1/videos/AAAAAAAAAAA/watch-events", """
                {"events": [
                  {"type": "play", "position": 0, "age": 0},
                  null,
                  {"type": "play", "position": -1, "age": 86401}
                ]}
                """)))
                .containsExactly(
                        "events[1] must not be null",
                        "events[2].age must be at most 86400",
                        "events[2].position must be greater than or equal to 0",
                        "session_id must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void aBodyMayNotBeMissing(String body) {
        assertThat(errors(Visitor.anonymous(site).post("/api/v1/auth/login", body)))
                .isEmpty();
    }

    @Test
    void theMachinesLanguageIsNotTheApis() {
        Locale machines = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            assertThat(errors(Visitor.anonymous(site).post("/api/v1/auth/login", "{}")))
                    .containsExactly("login must not be null", "password must not be null");
        } finally {
            Locale.setDefault(machines);
        }
    }
}
