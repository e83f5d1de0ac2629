package io.vidstead.uploads;

import static io.vidstead.uploads.UploadClient.base64Digest;
import static io.vidstead.uploads.UploadClient.noise;
import static io.vidstead.uploads.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.testing.PlatformTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol, and what it refuses. */
@PlatformTest
class TusTest extends TusUser {

    @Test
    void saysWhatItOffers() {
        HttpResponse<String> answer = user.send("OPTIONS", "/api/v1/tus", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Extension"))
                .contains("creation,creation-with-upload,expiration,checksum,termination");
        assertThat(answer.headers().firstValue("Tus-Checksum-Algorithm")).contains("sha1,sha256");
        assertThat(answer.headers().firstValueAsLong("Tus-Max-Size")).hasValue(4L << 30);
    }

    @Test
    void theLastByteCompletesTheUpload() {
        byte[] file = noise(700_000, 1);
        String location = user.tus(file.length);
        HttpResponse<String> first = user.patch(location, 0, Arrays.copyOfRange(file, 0, 400_000));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(204);
        assertThat(first.headers().firstValueAsLong("Upload-Offset")).hasValue(400_000);
        assertThat(first.headers().firstValue("Upload-Expires")).isPresent();
        HttpResponse<String> last = user.patch(location, 400_000, Arrays.copyOfRange(file, 400_000, 700_000));
        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(last.headers().firstValueAsLong("Upload-Offset")).hasValue(700_000);
        assertThat(sha256OfOriginal(last)).isEqualTo(sha256(file));
        assertThat(user.offset(location)).isEqualTo(700_000);
        assertThat(user.head(location).headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(user.patch(location, 700_000, new byte[0]).statusCode()).isEqualTo(409);
    }

    @Test
    void creationTakesBytesAlong() {
        byte[] file = noise(5000, 2);
        HttpResponse<String> created = user.send(
                "POST",
                "/api/v1/tus",
                BodyPublishers.ofByteArray(file),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "5000",
                "Content-Type",
                "application/offset+octet-stream");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValueAsLong("Upload-Offset")).hasValue(5000);
        assertThat(sha256OfOriginal(created)).isEqualTo(sha256(file));
    }

    @Test
    void anotherOffsetIsAConflictAndChangesNothing() {
        String location = user.tus(1000);
        user.patch(location, 0, noise(500, 3));
        for (long offset : new long[] {0, 499, 501, 1000, Long.MAX_VALUE}) {
            assertThat(user.patch(location, offset, noise(10, 3)).statusCode()).isEqualTo(409);
        }
        assertThat(user.offset(location)).isEqualTo(500);
    }

    @Test
    void aConflictIsToldThoughALargeBodyIsOnItsWay() {
        String location = user.tus(100 << 20);
        HttpResponse<String> answer = user.patch(location, 5, noise(20 << 20, 3));
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void otherVersionsTypesAndExtensionsAreRefused() {
        String location = user.tus(1000);
        HttpResponse<String> version = user.send(
                "PATCH",
                location,
                BodyPublishers.ofByteArray(new byte[10]),
                "Tus-Resumable",
                "0.2.2",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
        assertThat(version.statusCode()).isEqualTo(412);
        assertThat(version.headers().firstValue("Tus-Version")).contains("1.0.0");
        HttpResponse<String> type = user.send(
                "PATCH",
                location,
                BodyPublishers.ofByteArray(new byte[10]),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "video/mp4");
        assertThat(type.statusCode()).isEqualTo(415);
        HttpResponse<String> deferred = user.send(
                "POST", "/api/v1/tus", BodyPublishers.noBody(), "Tus-Resumable", "1.0.0", "Upload-Defer-Length", "1");
        assertThat(deferred.statusCode()).isEqualTo(400);
        assertThat(user.offset(location)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "nonsense", "1e9", "9223372036854775807", "9223372036854775808"})
    void badLengthsAreRefused(String length) {
        assertThat(user.tusCreate(length).statusCode()).isBetween(400, 499);
    }

    @Test
    void anAbsentLengthIsRefused() {
        assertThat(user.send("POST", "/api/v1/tus", BodyPublishers.noBody(), "Tus-Resumable", "1.0.0")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void moreBytesThanDeclaredAreRefusedAndCompleteNothing() {
        String location = user.tus(100_000);
        assertThat(user.patch(location, 0, noise(100_001, 4)).statusCode()).isEqualTo(413);
        byte[] body = noise(200_000, 4);
        HttpResponse<String> chunked =
                user.patch(location, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(user.offset(location)).isLessThan(100_000);
    }

    @Test
    void aChecksumKeepsAChunkOrNothingOfIt() {
        byte[] file = noise(10_000, 5);
        String location = user.tus(file.length);
        byte[] half = Arrays.copyOfRange(file, 0, 5000);
        HttpResponse<String> wrong =
                user.patch(location, 0, half, "Upload-Checksum", "sha1 " + base64Digest("SHA-1", file));
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(user.offset(location)).isZero();
        assertThat(user.patch(location, 0, half, "Upload-Checksum", "md5 AAAA").statusCode())
                .isEqualTo(400);
        assertThat(user.patch(location, 0, half, "Upload-Checksum", "sha1 " + base64Digest("SHA-1", half))
                        .statusCode())
                .isEqualTo(204);
        byte[] rest = Arrays.copyOfRange(file, 5000, 10_000);
        HttpResponse<String> last =
                user.patch(location, 5000, rest, "Upload-Checksum", "sha256 " + base64Digest("SHA-256", rest));
        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(sha256OfOriginal(last)).isEqualTo(sha256(file));
    }

    @Test
    void somebodyElsesUploadDoesNotExist() {
        String location = user.tus(1000);
        UploadClient other = UploadClient.register(site);
        assertThat(other.head(location).statusCode()).isEqualTo(404);
        assertThat(other.patch(location, 0, noise(10, 1)).statusCode()).isEqualTo(404);
        assertThat(other.send("DELETE", location, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(user.offset(location)).isZero();
    }

    @Test
    void anonymousCallersMustSignIn() {
        HttpResponse<String> answer = UploadClient.anonymous(site).tusCreate("10");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
    }

    @Test
    void aMethodMayComeInAHeader() {
        String location = user.tus(10);
        HttpResponse<String> answer = user.send(
                "POST",
                location,
                BodyPublishers.ofByteArray(noise(10, 1)),
                "X-HTTP-Method-Override",
                "PATCH",
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
        assertThat(answer.statusCode()).isEqualTo(204);
    }
}
