package io.vidstead.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes people through the API, for tests. */
public final class People {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime() & 0xffffff, 36);

    private People() {}

    /** Somebody signed in. */
    public record Person(String userId, String username, String email, String accessToken, String refreshToken) {

        /** A JSON request of theirs. */
        public RequestSpecification request() {
            return given().auth().oauth2(accessToken).contentType(ContentType.JSON);
        }
    }

    /** A new user with a name that nobody else has. */
    public static Person register() {
        return register("u" + RUN + "-" + NEXT.incrementAndGet());
    }

    public static Person register(String username) {
        JsonPath answer = given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "email", username + "@example.org", "password", PASSWORD))
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Person(
                answer.getString("user.user_id"),
                username,
                username + "@example.org",
                answer.getString("access_token"),
                answer.getString("refresh_token"));
    }
}
