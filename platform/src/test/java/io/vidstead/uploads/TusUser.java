package io.vidstead.uploads;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.VideoId;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;

/** A new user for each test, who uploads by tus. */
abstract class TusUser {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    UploadClient user;

    @BeforeEach
    void register() {
        user = UploadClient.register(site);
    }

    String sha256OfOriginal(HttpResponse<String> answer) {
        VideoId video =
                new VideoId(answer.headers().firstValue("Vidstead-Video-Id").orElseThrow());
        return catalog.require(video).original().orElseThrow().sha256();
    }

    static UploadId idOf(String location) {
        return UploadId.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
