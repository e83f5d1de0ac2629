package io.vidstead.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.testing.People;
import io.vidstead.testing.People.Person;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class RegistrationTest {

    @Inject
    Transactions transactions;

    private static ValidatableResponse register(Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "username",
                "r" + System.nanoTime(),
                "email",
                "r" + System.nanoTime() + "@example.org",
                "password",
                People.PASSWORD));
        body.putAll(change);
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/register")
                .then();
    }

    @Test
    void registeringSignsIn() {
        register(Map.of("display_name", " Ann Example "))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("refresh_token", notNullValue())
                .body("user.user_id", matchesPattern("[0-9A-Z]{13}"))
                .body("user.display_name", equalTo("Ann Example"))
                .body("user.role", equalTo("user"))
                .body("user.avatar_url", nullValue())
                .body("user.storage.used_bytes", equalTo(0));
    }

    @Test
    void passwordsAreKeptAsArgon2idOnly() {
        Person person = People.register();
        String hash = transactions
                .read(db -> UserStore.findCredentials(db, UserId.fromString(person.userId())))
                .orElseThrow()
                .passwordHash();
        assertThat(hash).startsWith("$argon2id$v=19$m=").doesNotContain(People.PASSWORD);
    }

    @Test
    void aTakenNameOrAddressIsAConflict() {
        Person person = People.register();
        register(Map.of("username", person.username())).statusCode(409).body("code", equalTo("username_taken"));
        register(Map.of("email", person.email().toUpperCase(Locale.ROOT)))
                .statusCode(409)
                .body("code", equalTo("email_taken"));
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
        register(Map.of("username", username)).statusCode(400);
    }

    @Test
    void eachFaultIsToldByField() {
        register(Map.of("username", "x", "email", "nobody", "password", "short"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"))
                .body("errors.field", hasItem("username"))
                .body("errors.field", hasItem("email"))
                .body("errors.field", hasItem("password"));
    }

    @Test
    void nobodyMakesThemselfAdministrator() {
        register(Map.of("role", "administrator"))
                .statusCode(400)
                .body("code", equalTo("unknown_field"))
                .body("errors[0].field", equalTo("role"));
    }
}
