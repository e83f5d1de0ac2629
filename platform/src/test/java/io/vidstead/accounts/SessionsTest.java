package io.vidstead.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.ValidatableResponse;
import io.vidstead.testing.People;
import io.vidstead.testing.People.Person;
import io.vidstead.testing.PlatformTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class SessionsTest {

    private static ValidatableResponse login(String login, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", password))
                .post("/api/v1/auth/login")
                .then();
    }

    private static ValidatableResponse refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", token))
                .post("/api/v1/auth/refresh")
                .then();
    }

    private static int me(String accessToken) {
        return given().auth().oauth2(accessToken).get("/api/v1/me").statusCode();
    }

    @Test
    void signsInByNameOrAddress() {
        Person person = People.register();
        login(person.username(), People.PASSWORD).statusCode(200).body("user.user_id", equalTo(person.userId()));
        login(person.email(), People.PASSWORD).statusCode(200).body("user.user_id", equalTo(person.userId()));
    }

    @Test
    void wrongPasswordAndUnknownUserAnswerTheSame() {
        Person person = People.register();
        login(person.username(), "not the password").statusCode(401).body("code", equalTo("wrong_login"));
        login("nobody-" + System.nanoTime(), "not the password").statusCode(401).body("code", equalTo("wrong_login"));
    }

    @Test
    void fiveFailuresBlockTheAccountEvenForTheRightPassword() {
        Person person = People.register();
        for (int i = 0; i < LoginLimits.FAILURES_PER_ACCOUNT; i++) {
            login(person.username(), "wrong " + i).statusCode(401);
        }
        String wait = login(person.username(), People.PASSWORD)
                .statusCode(429)
                .body("code", equalTo("too_many_attempts"))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 900);
        assertThat(me(person.accessToken())).as("who is signed in stays so").isEqualTo(200);
    }

    @Test
    void refreshingRotatesTheToken() {
        Person person = People.register();
        String next = refresh(person.refreshToken()).statusCode(200).extract().path("refresh_token");
        assertThat(next).isNotEqualTo(person.refreshToken());
        refresh(next).statusCode(200);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsItsWholeSignIn() {
        Person person = People.register();
        ValidatableResponse first = refresh(person.refreshToken()).statusCode(200);
        refresh(person.refreshToken()).statusCode(401).body("code", equalTo("invalid_refresh_token"));
        refresh(first.extract().path("refresh_token")).statusCode(401);
        assertThat(me(first.extract().path("access_token"))).isEqualTo(401);
        login(person.username(), People.PASSWORD).statusCode(200);
    }

    @Test
    void nonsenseIsNoRefreshToken() {
        refresh("nonsense").statusCode(401);
        refresh("x".repeat(10_000)).statusCode(401);
        given().contentType(ContentType.JSON)
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401)
                .body("code", equalTo("no_refresh_token"));
    }

    @Test
    void browsersGetTheRefreshTokenAsACookieScriptsCannotRead() {
        Person person = People.register();
        ValidatableResponse answer = given().contentType(ContentType.JSON)
                .header("X-Vidstead-Client", "web")
                .body(Map.of("login", person.username(), "password", People.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .body("refresh_token", nullValue());
        Cookie cookie = answer.extract().detailedCookie(RequestDevice.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/api/v1/auth");

        Cookie next = given().contentType(ContentType.JSON)
                .header("X-Vidstead-Client", "web")
                .cookie(RequestDevice.COOKIE, cookie.getValue())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200)
                .extract()
                .detailedCookie(RequestDevice.COOKIE);
        assertThat(next.getValue()).isNotEqualTo(cookie.getValue());

        // A page that was reloaded before the answer came still has the old cookie.
        given().contentType(ContentType.JSON)
                .header("X-Vidstead-Client", "web")
                .cookie(RequestDevice.COOKIE, cookie.getValue())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);

        given().contentType(ContentType.JSON)
                .header("X-Vidstead-Client", "web")
                .cookie(RequestDevice.COOKIE, next.getValue())
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204)
                .cookie(RequestDevice.COOKIE, "");
        given().contentType(ContentType.JSON)
                .header("X-Vidstead-Client", "web")
                .cookie(RequestDevice.COOKIE, next.getValue())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void aCookieIsNotTakenWithoutTheWebAppsHeader() {
        Person person = People.register();
        given().contentType(ContentType.JSON)
                .cookie(RequestDevice.COOKIE, person.refreshToken())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void signingOutEndsBothTokens() {
        Person person = People.register();
        given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", person.refreshToken()))
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);
        assertThat(me(person.accessToken())).isEqualTo(401);
        refresh(person.refreshToken()).statusCode(401);
    }

    @Test
    void signingOutEverywhereEndsAllSignIns() {
        Person person = People.register();
        String elsewhere = login(person.username(), People.PASSWORD).extract().path("access_token");
        person.request().post("/api/v1/auth/logout-everywhere").then().statusCode(204);
        assertThat(me(elsewhere)).isEqualTo(401);
        assertThat(me(person.accessToken())).isEqualTo(401);
        refresh(person.refreshToken()).statusCode(401);
        given().post("/api/v1/auth/logout-everywhere").then().statusCode(401);
    }
}
