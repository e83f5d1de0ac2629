package io.vidstead.uploads;

import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.Transactions;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creations that are sent twice. */
@PlatformTest
class IdempotencyTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Transactions transactions;

    @Inject
    UploadKeys keys;

    private UploadClient user;

    @BeforeEach
    void register() {
        user = UploadClient.register(site);
    }

    private HttpResponse<String> initiate(UploadClient who, String key, String title) {
        return who.send(
                "POST",
                "/api/v1/videos/upload/initiate",
                BodyPublishers.ofString("{\"title\": \"%s\", \"file_size\": 1000}".formatted(title)),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private int videos() {
        return json(user.get("/api/v1/me/videos")).path("videos").size();
    }

    @Test
    void theSameKeyAndBodyAreAnsweredTheSame() {
        HttpResponse<String> first = initiate(user, "k1", "A");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String upload = json(first).path("upload_id").asText();
        user.chunk(upload, 0, new byte[500], 1000); // puts its expiry off
        HttpResponse<String> again = initiate(user, "k1", "A");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(videos()).isEqualTo(1);
        assertThat(json(user.get("/api/v1/me"))
                        .path("storage")
                        .path("used_bytes")
                        .asLong())
                .isEqualTo(1000);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        initiate(user, "k1", "A");
        HttpResponse<String> other = initiate(user, "k1", "B");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asText()).isEqualTo("idempotency_key_reused");
        assertThat(videos()).isEqualTo(1);
    }

    @Test
    void keysOfOthersAndOtherKeysAreOthers() {
        String first = json(initiate(user, "k1", "A")).path("upload_id").asText();
        assertThat(json(initiate(user, "k2", "A")).path("upload_id").asText()).isNotEqualTo(first);
        assertThat(json(initiate(UploadClient.register(site), "k1", "A"))
                        .path("upload_id")
                        .asText())
                .isNotEqualTo(first);
    }

    @Test
    void ofRacingRequestsOneCreates() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> initiate(user, "race", "A").body()));
            }
        }
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(answers.getFirst().get());
        }
        assertThat(videos()).isEqualTo(1);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        String first = json(initiate(user, "k1", "A")).path("upload_id").asText();
        transactions.run(
                tx -> keys.deleteOld(tx, Instant.now().plus(UploadKeys.KEPT).plusSeconds(1)));
        assertThat(json(initiate(user, "k1", "B")).path("upload_id").asText()).isNotEqualTo(first);
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String key : List.of("a b", "x".repeat(256))) {
            assertThat(initiate(user, key, "A").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aTusCreationIsTheSameUploadWithWhatItHas() {
        String location = user.tusCreate("1000", "Idempotency-Key", "t1")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        user.patch(location, 0, new byte[400]);
        HttpResponse<String> again = user.tusCreate("1000", "Idempotency-Key", "t1");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Location")).contains(location);
        assertThat(again.headers().firstValueAsLong("Upload-Offset")).hasValue(400);
        assertThat(user.tusCreate("1001", "Idempotency-Key", "t1").statusCode()).isEqualTo(422);
    }

    @Test
    void aUserMayBeginSoManyUploadsAnHour() {
        HttpResponse<String> answer = user.initiate(1);
        for (int i = 1; i < 100 && answer.statusCode() != 429; i++) {
            String upload = json(answer).path("upload_id").asText();
            user.send("DELETE", "/api/v1/videos/upload/" + upload, BodyPublishers.noBody());
            answer = user.initiate(1);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).path("code").asText()).isEqualTo("uploads_too_often");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 3600L);
        assertThat(UploadClient.register(site).initiate(1).statusCode()).isEqualTo(201);
    }
}
