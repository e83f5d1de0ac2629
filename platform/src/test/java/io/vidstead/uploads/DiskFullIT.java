package io.vidstead.uploads;

import static io.vidstead.uploads.UploadClient.json;
import static io.vidstead.uploads.UploadClient.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk that fills up under an upload: the answer says so, nothing durable is lost, and room is all it needs to go on. */
@ProcessTest
class DiskFullIT {

    private final Path data = ServerProcess.freshData("full");
    private final Path objects = data.resolve("objects");

    @BeforeEach
    void mountSmallDisk() throws Exception {
        Files.createDirectories(objects);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", objects.toString()) == 0,
                "only root may mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", objects.toString());
    }

    @Test
    void anUploadGoesOnWhenThereIsRoomAgain() throws Exception {
        byte[] file = noise(40 << 20, 1);
        try (ServerProcess server = ServerProcess.start(data)) {
            UploadClient user = UploadClient.register(URI.create(server.url()));
            String location = user.tus(file.length);
            HttpResponse<String> full = user.patch(location, 0, file);
            assertThat(full.statusCode()).as(full.body()).isEqualTo(507);
            assertThat(json(full).path("code").asText()).isEqualTo("storage_full");

            long offset = user.offset(location);
            assertThat(offset).isBetween(1L << 20, 24L << 20);
            assertThat(user.patch(location, offset, Arrays.copyOfRange(file, (int) offset, file.length))
                            .statusCode())
                    .isEqualTo(507);
            assertThat(server.status("/health/live")).isEqualTo(200);

            assertThat(run("mount", "-o", "remount,size=200m", objects.toString()))
                    .isZero();
            long now = user.offset(location);
            HttpResponse<String> last = user.patch(location, now, Arrays.copyOfRange(file, (int) now, file.length));
            assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
            assertThat(last.headers().firstValueAsLong("Upload-Offset")).hasValue(file.length);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
