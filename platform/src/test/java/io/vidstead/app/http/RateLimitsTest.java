package io.vidstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of the default profile, met by machines that are not exempt: other addresses of loopback, one for each test. */
@PlatformTest
class RateLimitsTest {

    private static final String LIGHT = "/api/v1/setup";

    @TestHTTPResource("/")
    URI site;

    /** Somebody at an address. */
    private record Machine(HttpClient http, URI site) {

        HttpResponse<String> get(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The first answer that is a refusal, of some more requests than anybody has. */
        HttpResponse<String> getUntilRefused() {
            return getUntilRefused(_ -> new String[0]);
        }

        /** @param headers of a request by its number */
        HttpResponse<String> getUntilRefused(IntFunction<String[]> headers) {
            for (int i = 0; i < 1_000; i++) {
                HttpResponse<String> answer = get(LIGHT, headers.apply(i));
                if (answer.statusCode() != 200) {
                    return answer;
                }
            }
            throw new AssertionError("nobody was refused");
        }
    }

    private Machine at(String address) throws IOException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
        return new Machine(http, site);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void answersTellHowMuchIsLeft() throws IOException {
        Machine machine = at("127.0.0.21");
        HttpResponse<String> first = machine.get(LIGHT);
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"address\";q=300;w=60");
        assertThat(header(first, "RateLimit")).isEqualTo("\"address\";r=299;t=1");
        assertThat(header(first, "RateLimit-Limit")).isEqualTo("300");
        assertThat(header(first, "RateLimit-Remaining")).isEqualTo("299");
        assertThat(header(first, "RateLimit-Reset")).isEqualTo("1");
        assertThat(header(machine.get("/api/v1/nothing"), "RateLimit-Limit"))
                .as("whatever the answer")
                .isEqualTo("300");
    }

    @Test
    void whoComesTooOftenIsToldWhenToComeBack() throws IOException {
        Machine machine = at("127.0.0.22");
        HttpResponse<String> refused = machine.getUntilRefused();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"rate_limited\"");
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(machine.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(header(machine.get("/media/nothing"), "RateLimit"))
                .as("media are not counted")
                .isEmpty();
        assertThat(at("127.0.0.23").get(LIGHT).statusCode())
                .as("others are served")
                .isEqualTo(200);
        assertThat(Visitor.anonymous(site).get("/metrics").text())
                .containsPattern("vidstead_requests_limited_total\\{.*route=\"read\".*} [1-9]");
    }

    @Test
    void usersHaveAQuotaOfTheirOwnWhereverTheyAre() throws IOException {
        Machine machine = at("127.0.0.24");
        machine.getUntilRefused();
        Visitor user = Visitor.user(site);
        HttpResponse<String> answer = machine.get("/api/v1/me", "Authorization", "Bearer " + user.token());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"user\";q=600;w=60");
    }

    @Test
    void namingOtherAddressesGetsNobodyAQuotaOfTheirs() throws IOException {
        Machine machine = at("127.0.0.25");
        HttpResponse<String> refused = machine.getUntilRefused(number -> {
            String other = "203.0.113." + number % 250;
            return new String[] {"X-Forwarded-For", other, "Forwarded", "for=" + other};
        });
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1;a=1/setup",
                "/api;a/v1/setup",
                "/ap%69;a/v1/setup",
                "/api/v1/setup;a=1",
                "/api/v1%3Ba=1/setup",
                "/api%2Fv1/setup"
            })
    void otherSpellingsOfAnAddressAreNone(String path) throws IOException {
        assertThat(at("127.0.0.27").get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/setup/", "/api//v1/setup", "/api/v1/./setup", "/%61pi/v1/setup"})
    void orTheyAreCounted(String path) throws IOException {
        HttpResponse<String> answer = at("127.0.0.28").get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("300");
    }

    @Test
    void tryingTokensIsCounted() throws IOException {
        Machine machine = at("127.0.0.26");
        HttpResponse<String> refused = machine.get(LIGHT, "Authorization", "Bearer x.y.z");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("299");
        assertThat(header(refused, "RateLimit-Policy")).as("as an address").contains("address");
    }

    @Test
    void theMachineItselfIsNotCountedButWhatAStrangersProxyPassesOnIs() {
        Visitor here = Visitor.anonymous(site);
        assertThat(here.get(LIGHT).header("RateLimit")).isEmpty();
        assertThat(here.get(LIGHT, "X-Forwarded-For", "203.0.113.7").header("RateLimit"))
                .isNotEmpty();
    }
}
