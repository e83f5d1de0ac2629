package io.vidstead.uploads;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static io.vidstead.uploads.UploadClient.noise;
import static io.vidstead.uploads.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.kernel.Settings;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Cut, racing and slow senders. */
@PlatformTest
@Order(Integer.MAX_VALUE) // waits for slow senders
class TusWritersTest extends TusUser {

    @Inject
    Settings.Data data;

    @Test
    void anUploadGoesOnAfterCutConnectionsAtTheOffsetThatIsTold() throws Exception {
        byte[] file = noise(12_000_000, 6);
        String location = user.tus(file.length);
        long offset = 0;
        for (int bytes : new int[] {1, 70_001, 8_000_000}) {
            byte[] some = Arrays.copyOfRange(file, (int) offset, (int) offset + bytes);
            user.patchWithoutEnd(location, offset, some, file.length - offset).close();
            long half = offset + bytes / 2;
            await(
                    "the writer has come and is gone",
                    Duration.ofSeconds(20),
                    () -> user.offset(location) >= half
                            && user.patch(location, user.offset(location), new byte[0])
                                            .statusCode()
                                    == 204);
            long kept = user.offset(location);
            assertThat(kept).isBetween(half, offset + bytes);
            offset = kept;
        }
        HttpResponse<String> last = user.patch(location, offset, Arrays.copyOfRange(file, (int) offset, file.length));
        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        assertThat(sha256OfOriginal(last)).isEqualTo(sha256(file));
    }

    @Test
    void ofTwoWritersAtOneOffsetOneWins() throws Exception {
        byte[] file = noise(100_000, 7);
        String location = user.tus(file.length);
        try (Socket first = user.patchWithoutEnd(location, 0, Arrays.copyOfRange(file, 0, 50_000), file.length)) {
            Path stage = data.dir().resolve("objects/stages/upload-" + idOf(location) + "/data");
            await(
                    "the first is writing",
                    Duration.ofSeconds(10),
                    () -> stage.toFile().length() == 50_000);
            assertThat(user.patch(location, 0, noise(10, 8)).statusCode()).isEqualTo(423);
            first.getOutputStream().write(file, 50_000, 50_000);
            first.getOutputStream().flush();
            byte[] answer = first.getInputStream().readNBytes(12);
            assertThat(new String(answer)).isEqualTo("HTTP/1.1 204");
        }
        assertThat(sha256OfOriginal(user.head(location))).isEqualTo(sha256(file));
    }

    @Test
    void ofManyRacingWritersOneWins() throws Exception {
        byte[] file = noise(50_000, 9);
        String location = user.tus(file.length);
        List<Integer> statuses =
                inParallel(8, () -> user.patch(location, 0, file).statusCode());
        assertThat(statuses)
                .containsOnlyOnce(204)
                .allMatch(status -> List.of(204, 409, 423).contains(status));
        assertThat(sha256OfOriginal(user.head(location))).isEqualTo(sha256(file));
    }

    @Test
    void sendersOfOneByteASecondAreCutOffAndHarmNobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slow.add(user.patchWithoutEnd(user.tus(1000), 0, new byte[1], 1000));
        }
        byte[] file = noise(3_000_000, 11);
        assertThat(user.patch(user.tus(file.length), 0, file).statusCode()).isEqualTo(204);
        for (Socket sender : slow) {
            sender.setSoTimeout(1);
        }
        await("all slow senders are cut off", Duration.ofSeconds(40), () -> {
            slow.removeIf(TusWritersTest::ended);
            return slow.isEmpty();
        });
    }

    /** Sends one more byte, and says whether the other side still listens. */
    private static boolean ended(Socket sender) {
        try {
            sender.getOutputStream().write(0);
            return sender.getInputStream().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void fiftyRacingCreationsStayWithinTheQuota() throws Exception {
        long size = 4L << 30; // of a quota of 50 GiB
        List<Integer> statuses =
                inParallel(50, () -> user.tusCreate(Long.toString(size)).statusCode());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(12);
        assertThat(statuses).filteredOn(status -> status == 413).hasSize(38);
        long used =
                json(user.get("/api/v1/me")).path("storage").path("used_bytes").asLong();
        assertThat(used).isEqualTo(12 * size);
        assertThat(user.tusCreate(Long.toString((50L << 30) - used + 1)).statusCode())
                .isEqualTo(413);
        assertThat(user.tusCreate(Long.toString((50L << 30) - used)).statusCode())
                .isEqualTo(201);
        assertThat(user.tusCreate("1").statusCode()).isEqualTo(413);
    }

    private static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(call));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
