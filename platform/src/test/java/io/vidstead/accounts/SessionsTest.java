package io.vidstead.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class SessionsTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    SignInCleanup cleanup;

    @Inject
    Jdbi jdbi;

    private Visitor person;
    private Visitor anonymous;

    @BeforeEach
    void come() {
        person = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
    }

    private Answer login(String login, String password, String... headers) {
        return anonymous.post("/api/v1/auth/login", Map.of("login", login, "password", password), headers);
    }

    private Answer refresh(String token) {
        return anonymous.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
    }

    private int me(String accessToken) {
        return anonymous
                .get("/api/v1/me", "Authorization", "Bearer " + accessToken)
                .status();
    }

    private static String accessToken(Answer answer) {
        return answer.json().path("access_token").textValue();
    }

    private static String refreshToken(Answer answer) {
        return answer.json().path("refresh_token").textValue();
    }

    /** The cookie that was set: its name and value, then its attributes. */
    private static List<String> cookie(Answer answer) {
        String cookie = answer.header("Set-Cookie");
        assertThat(cookie).startsWith(RequestDevice.COOKIE + "=");
        return List.of(cookie.split("; *"));
    }

    /** A request of the web app, whose browser sends a cookie. */
    private Answer withCookie(String path, String cookie) {
        return anonymous.post(path, "", "X-Vidstead-Client", "web", "Cookie", cookie);
    }

    @Test
    void signsInByNameOrAddress() {
        for (String name : new String[] {person.username(), person.email()}) {
            Answer answer = login(name, Visitor.PASSWORD);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("user").path("user_id").asText())
                    .isEqualTo(person.id().toString());
        }
    }

    @Test
    void wrongPasswordAndUnknownUserAnswerTheSame() {
        for (String name : new String[] {person.username(), "nobody-" + System.nanoTime()}) {
            Answer answer = login(name, "not the password");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("wrong_login");
        }
    }

    @Test
    void fiveFailuresBlockTheAccountEvenForTheRightPassword() {
        for (int i = 0; i < LoginLimits.FAILURES_PER_ACCOUNT; i++) {
            assertThat(login(person.username(), "wrong " + i).status()).isEqualTo(401);
        }
        Answer blocked = login(person.username(), Visitor.PASSWORD);
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.code()).isEqualTo("too_many_attempts");
        assertThat(Integer.parseInt(blocked.header("Retry-After"))).isBetween(1, 900);
        assertThat(me(person.token())).as("who is signed in stays so").isEqualTo(200);
    }

    @Test
    void guessesThatComeAtOnceGetNoFurther() throws IOException {
        HttpRequest guess = HttpRequest.newBuilder(site.resolve("/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\": \"" + person.username() + "\", \"password\": \"a guess\"}"))
                .build();
        // From an address that no other test fails at.
        try (HttpClient guesser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral("127.0.0.29"))
                .build()) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 15)
                    .mapToObj(_ ->
                            guesser.sendAsync(guess, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode))
                    .toList();
            assertThat(answers.stream()
                            .map(CompletableFuture::join)
                            .filter(status -> status != 429)
                            .toList())
                    .hasSizeBetween(1, LoginLimits.FAILURES_PER_ACCOUNT)
                    .containsOnly(401);
        }
    }

    @Test
    void refreshingRotatesTheToken() {
        Answer first = refresh(person.refreshToken());
        assertThat(first.status()).isEqualTo(200);
        String next = refreshToken(first);
        assertThat(next).isNotEqualTo(person.refreshToken());
        assertThat(refresh(next).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsItsWholeSignIn() {
        Answer first = refresh(person.refreshToken());
        assertThat(first.status()).isEqualTo(200);
        Answer second = refresh(person.refreshToken());
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.code()).isEqualTo("invalid_refresh_token");
        assertThat(refresh(refreshToken(first)).status()).isEqualTo(401);
        assertThat(me(accessToken(first))).isEqualTo(401);
        assertThat(login(person.username(), Visitor.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void expiredTokensAreForgottenWhileTheirSignInLives() {
        String next = refreshToken(refresh(person.refreshToken()));
        jdbi.useHandle(db -> db.execute("""
                update refresh_tokens t set expires_at = now() from sign_ins s
                where s.id = t.sign_in_id and s.user_id = ? and t.used_at is not null
                """, person.id()));
        cleanup.run();
        int left = jdbi.withHandle(db ->
                db.createQuery("""
                        select count(*) from refresh_tokens t join sign_ins s on s.id = t.sign_in_id where s.user_id = ?
                        """).bind(0, person.id()).mapTo(Integer.class).one());
        assertThat(left).isEqualTo(1);
        assertThat(refresh(person.refreshToken()).status()).isEqualTo(401);
        assertThat(refresh(next).status()).isEqualTo(200);
    }

    @Test
    void nonsenseIsNoRefreshToken() {
        assertThat(refresh("nonsense").status()).isEqualTo(401);
        assertThat(refresh("x".repeat(10_000)).status()).isEqualTo(401);
        Answer without = anonymous.post("/api/v1/auth/refresh", "");
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.code()).isEqualTo("no_refresh_token");
    }

    @Test
    void browsersGetTheRefreshTokenAsACookieScriptsCannotRead() {
        Answer answer = login(person.username(), Visitor.PASSWORD, "X-Vidstead-Client", "web");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(cookie(answer)).contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth");

        String first = cookie(answer).getFirst();
        Answer refreshed = withCookie("/api/v1/auth/refresh", first);
        assertThat(refreshed.status()).isEqualTo(200);
        String next = cookie(refreshed).getFirst();
        assertThat(next).isNotEqualTo(first);

        // A page that was reloaded before the answer came still has the old cookie.
        assertThat(withCookie("/api/v1/auth/refresh", first).status()).isEqualTo(200);

        Answer signedOut = withCookie("/api/v1/auth/logout", next);
        assertThat(signedOut.status()).isEqualTo(204);
        assertThat(cookie(signedOut).getFirst()).isEqualTo(RequestDevice.COOKIE + "=");
        assertThat(withCookie("/api/v1/auth/refresh", next).status()).isEqualTo(401);
    }

    @Test
    void aCookieIsNotTakenWithoutTheWebAppsHeader() {
        assertThat(anonymous
                        .post("/api/v1/auth/refresh", "", "Cookie", RequestDevice.COOKIE + "=" + person.refreshToken())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsBothTokens() {
        assertThat(anonymous
                        .post("/api/v1/auth/logout", Map.of("refresh_token", person.refreshToken()))
                        .status())
                .isEqualTo(204);
        assertThat(me(person.token())).isEqualTo(401);
        assertThat(refresh(person.refreshToken()).status()).isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsAllSignIns() {
        String elsewhere = accessToken(login(person.username(), Visitor.PASSWORD));
        assertThat(person.post("/api/v1/auth/logout-everywhere", "").status()).isEqualTo(204);
        assertThat(me(elsewhere)).isEqualTo(401);
        assertThat(me(person.token())).isEqualTo(401);
        assertThat(refresh(person.refreshToken()).status()).isEqualTo(401);
        assertThat(anonymous
                        .send("POST", "/api/v1/auth/logout-everywhere", BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
    }
}
