package io.vidstead.uploads;

import static io.vidstead.uploads.UploadClient.json;
import static io.vidstead.uploads.UploadClient.noise;
import static io.vidstead.uploads.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class ChunkUploadTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    private UploadClient user;

    @BeforeEach
    void register() {
        user = UploadClient.register(site);
    }

    private String initiate(long size) {
        HttpResponse<String> answer = user.initiate(size);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("upload_id").asText();
    }

    @Test
    void aFileInChunksBecomesItsVideosOriginal() {
        byte[] file = noise(300_000, 1);
        var initiated = json(user.initiate(file.length));
        String upload = initiated.path("upload_id").asText();
        assertThat(initiated.path("chunk_size").asLong()).isEqualTo(5 << 20);
        assertThat(initiated.path("upload_url").asText()).isEqualTo("/api/v1/videos/upload/" + upload + "/chunk");
        assertThat(initiated.path("expires_at").asText()).isNotEmpty();

        var first = json(user.chunk(upload, 0, Arrays.copyOfRange(file, 0, 200_000), file.length));
        assertThat(first.path("bytes_uploaded").asLong()).isEqualTo(200_000);
        assertThat(first.path("total_bytes").asLong()).isEqualTo(300_000);
        assertThat(first.path("status").asText()).isEqualTo("uploading");
        assertThat(json(user.progress(upload)).path("bytes_uploaded").asLong()).isEqualTo(200_000);

        user.chunk(upload, 200_000, Arrays.copyOfRange(file, 200_000, 300_000), file.length);
        HttpResponse<String> completed = user.complete(upload);
        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
        assertThat(json(completed).path("status").asText()).isEqualTo("processing");
        String video = json(completed).path("video_id").asText();
        assertThat(video).isEqualTo(initiated.path("video_id").asText());
        assertThat(catalog.require(new VideoId(video)).original().orElseThrow().sha256())
                .isEqualTo(sha256(file));
    }

    @Test
    void completingTwiceMakesOneVideo() {
        byte[] file = noise(1000, 2);
        String upload = initiate(file.length);
        user.chunk(upload, 0, file, file.length);
        HttpResponse<String> first = user.complete(upload);
        HttpResponse<String> second = user.complete(upload);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(json(user.progress(upload)).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void completingTooEarlyIsAConflict() {
        String upload = initiate(1000);
        user.chunk(upload, 0, noise(999, 3), 1000);
        HttpResponse<String> answer = user.complete(upload);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("code").asText()).isEqualTo("upload_incomplete");
    }

    @Test
    void aWholeFileOfAnotherDigestIsDropped() {
        byte[] file = noise(1000, 4);
        String upload = initiate(file.length);
        user.chunk(upload, 0, file, file.length);
        String path = "/api/v1/videos/upload/" + upload + "/complete";
        assertThat(user.postJson(path, "{\"sha256\": \"nonsense\"}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> refused = user.postJson(path, "{\"sha256\": \"" + sha256(noise(1000, 5)) + "\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("code").asText()).isEqualTo("checksum_mismatch");
        assertThat(json(user.progress(upload)).path("bytes_uploaded").asLong()).isZero();

        user.chunk(upload, 0, file, file.length);
        assertThat(user.postJson(path, "{\"sha256\": \"" + sha256(file) + "\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aChunkAtAnotherOffsetIsAConflictAndChangesNothing() {
        String upload = initiate(1000);
        user.chunk(upload, 0, noise(500, 6), 1000);
        for (long offset : new long[] {0, 499, 501}) {
            HttpResponse<String> answer = user.chunk(upload, offset, noise(100, 7), 1000);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(json(answer).path("offset").asLong()).isEqualTo(500);
        }
        assertThat(json(user.progress(upload)).path("bytes_uploaded").asLong()).isEqualTo(500);
    }

    @Test
    void moreBytesThanDeclaredAreRefused() {
        String upload = initiate(1000);
        assertThat(user.chunk(upload, 0, noise(1001, 8), 1000).statusCode()).isEqualTo(413);
        assertThat(user.chunk(upload, 0, noise(1000, 8), 2000).statusCode()).isEqualTo(413);
        assertThat(json(user.progress(upload)).path("bytes_uploaded").asLong()).isZero();
        assertThat(user.complete(upload).statusCode()).isEqualTo(409);
    }

    @Test
    void aChunkNeedsItsRange() {
        String upload = initiate(1000);
        HttpResponse<String> answer = user.send(
                "PUT", "/api/v1/videos/upload/" + upload + "/chunk", BodyPublishers.ofByteArray(new byte[10]));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asText()).isEqualTo("bad_content_range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"t\"}",
                "{\"title\": \"t\", \"file_size\": -1}",
                "{\"title\": \"t\", \"file_size\": 0}",
                "{\"title\": \"t\", \"file_size\": 9223372036854775807}",
                "{\"title\": \"t\", \"file_size\": 9223372036854775808}",
                "{\"title\": \"t\", \"file_size\": 1.5}",
                "{\"title\": \"t\", \"file_size\": \"10\"}",
                "{\"title\": \"t\", \"file_size\": 10, \"owner_id\": 1}",
                "{\"title\": \"t\", \"file_size\": 10, \"category\": \"nonsense\"}",
                "{\"title\": \"t\", \"file_size\": 10, \"privacy\": \"secret\"}",
                "{\"title\": \"t\", \"file_size\": 10, \"file_type\": \"text/html\"}",
                "[]",
                "",
                "null"
            })
    void refusesBadDeclarations(String body) {
        HttpResponse<String> answer = user.postJson("/api/v1/videos/upload/initiate", body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void somebodyElsesUploadDoesNotExist() {
        byte[] file = noise(100, 9);
        String upload = initiate(file.length);
        UploadClient other = UploadClient.register(site);
        assertThat(other.progress(upload).statusCode()).isEqualTo(404);
        assertThat(other.chunk(upload, 0, file, file.length).statusCode()).isEqualTo(404);
        assertThat(other.complete(upload).statusCode()).isEqualTo(404);
        assertThat(other.send("DELETE", "/api/v1/videos/upload/" + upload, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.progress("nonsense").statusCode()).isEqualTo(404);
        assertThat(user.chunk(upload, 0, file, file.length).statusCode()).isEqualTo(200);
    }

    @Test
    void anEndedUploadTakesItsVideoWithIt() {
        var initiated = json(user.initiate(1000));
        String upload = initiated.path("upload_id").asText();
        user.chunk(upload, 0, noise(500, 10), 1000);
        String path = "/api/v1/videos/upload/" + upload;
        assertThat(user.send("DELETE", path, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertThat(user.send("DELETE", path, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertThat(user.chunk(upload, 500, noise(500, 10), 1000).statusCode()).isEqualTo(410);
        assertThat(user.get("/api/v1/videos/" + initiated.path("video_id").asText())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void namesAreTextOnly() {
        HttpResponse<String> answer = user.postJson("/api/v1/videos/upload/initiate", """
                {"file_size": 10, "file_name": "../../..\\\\etc/-rf \\u202Egpj.mp4\\r\\nX: y"}
                """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        VideoId video = new VideoId(json(answer).path("video_id").asText());
        assertThat(catalog.require(video).details().title()).doesNotContain("/", "\\", "\r", "\n");
    }
}
