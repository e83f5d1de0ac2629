package io.vidstead.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.Transactions;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class RegistrationTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Transactions transactions;

    private Answer register(Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "username",
                "r-" + System.nanoTime(),
                "email",
                "r" + System.nanoTime() + "@example.org",
                "password",
                Visitor.PASSWORD));
        body.putAll(change);
        return Visitor.anonymous(site).post("/api/v1/auth/register", body);
    }

    @Test
    void registeringSignsIn() {
        Answer answer = register(Map.of("display_name", " Ann Example "));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonNode tokens = answer.json();
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").numberValue()).isEqualTo(900);
        assertThat(tokens.hasNonNull("refresh_token")).isTrue();
        JsonNode user = tokens.path("user");
        assertThat(user.path("user_id").textValue()).matches("[0-9A-Z]{13}");
        assertThat(user.path("display_name").asText()).isEqualTo("Ann Example");
        assertThat(user.path("role").asText()).isEqualTo("user");
        assertThat(user.path("avatar_url").isNull()).isTrue();
        assertThat(user.path("storage").path("used_bytes").numberValue()).isEqualTo(0);
    }

    @Test
    void passwordsAreKeptAsArgon2idOnly() {
        Visitor person = Visitor.user(site);
        String hash = transactions
                .read(db -> UserStore.findCredentials(db, person.id()))
                .orElseThrow()
                .passwordHash();
        assertThat(hash).startsWith("$argon2id$v=19$m=").doesNotContain(Visitor.PASSWORD);
    }

    @Test
    void aTakenNameOrAddressIsAConflict() {
        Visitor person = Visitor.user(site);
        Answer sameName = register(Map.of("username", person.username()));
        assertThat(sameName.status()).isEqualTo(409);
        assertThat(sameName.code()).isEqualTo("username_taken");
        Answer sameAddress = register(Map.of("email", person.email().toUpperCase(Locale.ROOT)));
        assertThat(sameAddress.status()).isEqualTo(409);
        assertThat(sameAddress.code()).isEqualTo("email_taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "Upper",
                "with space",
                "../../etc",
                ".hidden",
                "-rf",
                "sch\u00f6n",
                "a\u0000bc",
                "<b>bold</b>"
            })
    void oddUserNamesAreRefused(String username) {
        assertThat(register(Map.of("username", username)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x@[127.0.0.1]", "\"a b\"@example.org"})
    void addressesThatTakeNoMailAreRefused(String email) {
        Answer setup = Visitor.anonymous(site)
                .post(
                        "/api/v1/setup",
                        Map.of("token", "x", "username", "ann", "email", email, "password", Visitor.PASSWORD));
        Answer change = Visitor.user(site).patch("/api/v1/me", Map.of("email", email));
        for (Answer answer : List.of(register(Map.of("email", email)), setup, change)) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("errors").path(0).path("field").asText())
                    .isEqualTo("email");
            assertThat(answer.json().path("errors").path(0).path("detail").asText())
                    .contains("name@example.org");
        }
    }

    @Test
    void eachFaultIsToldByField() {
        Answer answer = register(Map.of("username", "x", "email", "nobody", "password", "short"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.json().path("trace_id").textValue()).matches("[0-9a-f]{32}");
        assertThat(answer.json().path("errors").valueStream())
                .extracting(error -> error.path("field").asText())
                .contains("username", "email", "password");
    }

    @Test
    void nobodyMakesThemselfAdministrator() {
        Answer answer = register(Map.of("role", "administrator"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unknown_field");
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo("role");
    }
}
