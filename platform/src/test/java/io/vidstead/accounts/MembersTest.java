package io.vidstead.accounts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.vidstead.testing.People;
import io.vidstead.testing.People.Person;
import io.vidstead.testing.PlatformTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class MembersTest {

    @Test
    void onlySignedInPeopleHaveAPage() {
        given().get("/api/v1/me").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .patch("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void absentFieldsStayAndEmptyOnesGo() {
        Person person = People.register();
        person.request()
                .body(Map.of("display_name", "Ann", "channel_description", "All about birds"))
                .patch("/api/v1/me")
                .then()
                .statusCode(200)
                .body("display_name", equalTo("Ann"));
        person.request()
                .body(Map.of("display_name", ""))
                .patch("/api/v1/me")
                .then()
                .statusCode(200)
                .body("display_name", equalTo(person.username()))
                .body("channel_description", equalTo("All about birds"));
    }

    @Test
    void preferencesAreMerged() {
        Person person = People.register();
        person.request()
                .body("{\"preferences\":{\"theme\":\"dark\",\"volume\":0.5}}")
                .patch("/api/v1/me")
                .then()
                .statusCode(200);
        person.request()
                .body("{\"preferences\":{\"theme\":null,\"autoplay\":true}}")
                .patch("/api/v1/me")
                .then()
                .statusCode(200)
                .body("preferences.volume", equalTo(0.5f))
                .body("preferences.autoplay", equalTo(true))
                .body("preferences.theme", nullValue());
        person.request()
                .body(Map.of("preferences", Map.of("x", "y".repeat(20_000))))
                .patch("/api/v1/me")
                .then()
                .statusCode(400)
                .body("code", equalTo("preferences_too_large"));
        person.request()
                .body("{\"preferences\":{\"x\":\"\\u0000\"}}")
                .patch("/api/v1/me")
                .then()
                .statusCode(400);
    }

    @Test
    void whatOnlyTheServerSetsIsRefused() {
        Person person = People.register();
        for (String field : new String[] {"role", "is_verified", "username", "user_id", "subscriber_count"}) {
            person.request()
                    .body(Map.of(field, "administrator"))
                    .patch("/api/v1/me")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("unknown_field"));
        }
    }

    @Test
    void anothersAddressIsAConflict() {
        Person other = People.register();
        People.register()
                .request()
                .body(Map.of("email", other.email()))
                .patch("/api/v1/me")
                .then()
                .statusCode(409);
    }

    @Test
    void aNewPasswordEndsOtherSignIns() {
        Person person = People.register();
        String elsewhere = given().contentType(ContentType.JSON)
                .body(Map.of("login", person.username(), "password", People.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .extract()
                .path("access_token");
        person.request()
                .body(Map.of("current_password", "not it at all", "new_password", "another good one"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(403);
        person.request()
                .body(Map.of("current_password", People.PASSWORD, "new_password", "another good one"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);
        person.request().get("/api/v1/me").then().statusCode(200);
        given().auth().oauth2(elsewhere).get("/api/v1/me").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("login", person.username(), "password", "another good one"))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200);
    }

    @Test
    void everybodyHasAChannel() {
        Person person = People.register();
        person.request()
                .body(Map.of("channel_name", "<script>alert(1)</script>"))
                .patch("/api/v1/me")
                .then()
                .statusCode(200);
        given().get("/api/v1/channels/" + person.username())
                .then()
                .statusCode(200)
                .body("user_id", equalTo(person.userId()))
                .body("channel_name", equalTo("<script>alert(1)</script>"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'; sandbox"))
                .header("X-Content-Type-Options", "nosniff")
                .body("email", nullValue());
        given().get("/api/v1/channels/nobody-here").then().statusCode(404).body("code", equalTo("channel_not_found"));
    }
}
