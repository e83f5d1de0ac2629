package io.vidstead.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class MembersTest {

    @TestHTTPResource("/")
    URI site;

    private Visitor person;
    private Visitor anonymous;

    @BeforeEach
    void come() {
        person = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
    }

    @Test
    void onlySignedInPeopleHaveAPage() {
        Answer refused = anonymous.get("/api/v1/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(anonymous.patch("/api/v1/me", "{}").status()).isEqualTo(401);
    }

    @Test
    void absentFieldsStayAndEmptyOnesGo() {
        Answer named =
                person.patch("/api/v1/me", Map.of("display_name", "Ann", "channel_description", "All about birds"));
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.json().path("display_name").asText()).isEqualTo("Ann");
        Answer unnamed = person.patch("/api/v1/me", Map.of("display_name", ""));
        assertThat(unnamed.status()).isEqualTo(200);
        assertThat(unnamed.json().path("display_name").asText()).isEqualTo(person.username());
        assertThat(unnamed.json().path("channel_description").asText()).isEqualTo("All about birds");
    }

    @Test
    void preferencesAreMerged() {
        assertThat(person.patch("/api/v1/me", "{\"preferences\":{\"theme\":\"dark\",\"volume\":0.5}}")
                        .status())
                .isEqualTo(200);
        Answer merged = person.patch("/api/v1/me", "{\"preferences\":{\"theme\":null,\"autoplay\":true}}");
        assertThat(merged.status()).isEqualTo(200);
        JsonNode preferences = merged.json().path("preferences");
        assertThat(preferences.path("volume").numberValue()).isEqualTo(0.5);
        assertThat(preferences.path("autoplay").booleanValue()).isTrue();
        assertThat(preferences.has("theme")).isFalse();
        Answer large = person.patch("/api/v1/me", Map.of("preferences", Map.of("x", "y".repeat(20_000))));
        assertThat(large.status()).isEqualTo(400);
        assertThat(large.code()).isEqualTo("preferences_too_large");
        assertThat(person.patch("/api/v1/me", "{\"preferences\":{\"x\":\"\\u0000\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatOnlyTheServerSetsIsRefused() {
        for (String field : new String[] {"role", "is_verified", "username", "user_id", "subscriber_count"}) {
            Answer answer = person.patch("/api/v1/me", Map.of(field, "administrator"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("unknown_field");
        }
    }

    @Test
    void anothersAddressIsAConflict() {
        Visitor other = Visitor.user(site);
        assertThat(person.patch("/api/v1/me", Map.of("email", other.email())).status())
                .isEqualTo(409);
    }

    @Test
    void aNewPasswordEndsOtherSignIns() {
        String elsewhere = login(Visitor.PASSWORD).json().path("access_token").textValue();
        assertThat(changePassword("not it at all").status()).isEqualTo(403);
        assertThat(changePassword(Visitor.PASSWORD).status()).isEqualTo(204);
        assertThat(person.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(anonymous
                        .get("/api/v1/me", "Authorization", "Bearer " + elsewhere)
                        .status())
                .isEqualTo(401);
        assertThat(login("another good one").status()).isEqualTo(200);
    }

    private Answer login(String password) {
        return anonymous.post("/api/v1/auth/login", Map.of("login", person.username(), "password", password));
    }

    private Answer changePassword(String current) {
        return person.post(
                "/api/v1/me/password", Map.of("current_password", current, "new_password", "another good one"));
    }

    @Test
    void everybodyHasAChannel() {
        String name = "<script>alert(1)</script>";
        assertThat(person.patch("/api/v1/me", Map.of("channel_name", name)).status())
                .isEqualTo(200);
        Answer channel = anonymous.get("/api/v1/channels/" + person.username());
        assertThat(channel.status()).isEqualTo(200);
        assertThat(channel.json().path("user_id").asText())
                .isEqualTo(person.id().toString());
        assertThat(channel.json().path("channel_name").asText()).isEqualTo(name);
        assertThat(channel.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'; sandbox");
        assertThat(channel.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(channel.json().has("email")).isFalse();
        Answer nobody = anonymous.get("/api/v1/channels/nobody-here");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.code()).isEqualTo("channel_not_found");
    }
}
