package io.vidstead.uploads;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static io.vidstead.uploads.UploadClient.noise;
import static io.vidstead.uploads.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StagingObjects;
import io.vidstead.kernel.Transactions;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How uploads end that nobody finishes. */
@PlatformTest
class TusEndTest extends TusUser {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    @Inject
    StagingObjects stages;

    @Inject
    UploadStore store;

    @Inject
    UploadCleanup cleanup;

    @Inject
    UploadRepair repair;

    @Inject
    Completion completion;

    @Inject
    Writers writers;

    @Inject
    ObjectStore objects;

    @Test
    void terminationEndsTheUploadAndGivesItsQuotaBack() {
        String location = user.tus(1000);
        user.patch(location, 0, noise(500, 1));
        assertThat(user.send("DELETE", location, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0")
                        .statusCode())
                .isEqualTo(204);
        assertThat(user.head(location).statusCode()).isEqualTo(410);
        assertThat(user.patch(location, 500, noise(10, 1)).statusCode()).isEqualTo(410);
        assertThat(json(user.get("/api/v1/me"))
                        .path("storage")
                        .path("used_bytes")
                        .asLong(-1))
                .isZero();
    }

    @Test
    void anExpiredUploadIsCleanedAwayAndGivesItsQuotaBack() {
        String location = user.tus(1000);
        user.patch(location, 0, noise(500, 1));
        UploadId id = idOf(location);
        transactions.run(tx -> store.setReceived(tx, id, 500, Instant.now().minusSeconds(1)));
        cleanup.run();
        assertThat(user.head(location).statusCode()).isEqualTo(410);
        assertThat(stages.stage("upload-" + id).size()).isZero();
        assertThat(json(user.get("/api/v1/me"))
                        .path("storage")
                        .path("used_bytes")
                        .asLong(-1))
                .isZero();
    }

    @Test
    void anExpiredUploadThatSomebodyWritesToIsLeftAlone() {
        String location = user.tus(1000);
        user.patch(location, 0, noise(500, 1));
        UploadId id = idOf(location);
        transactions.run(tx -> store.setReceived(tx, id, 500, Instant.now().minusSeconds(1)));
        try (Writer _ = writers.enter(id)) {
            cleanup.run();
        }
        assertThat(user.patch(location, 500, noise(500, 2)).statusCode()).isEqualTo(204);
    }

    @Test
    void whoeverEndsAnUploadThatWasFasterIsToldSo() {
        byte[] file = noise(1000, 3);
        String location = user.tus(file.length);
        Upload open = upload(location);
        user.patch(location, 0, file);
        assertThat(completion.abort(open)).isEqualTo(Upload.State.COMPLETED);
        assertThat(sha256OfOriginal(user.head(location))).isEqualTo(sha256(file));
    }

    @Test
    void aFileWhoseVideoWasDeletedBeforeItsLastByteIsNotKept() throws Exception {
        byte[] file = noise(1000, 4);
        String location = user.tus(file.length);
        Upload open = upload(location);
        user.send("DELETE", "/api/v1/videos/" + open.videoId(), BodyPublishers.noBody());
        await("the end", LIMIT, () -> upload(location).state() == Upload.State.ABORTED);
        transactions.run(tx -> tx.execute(
                "update upload set state = 'open', charged = true where upload_id = ?",
                open.id().value()));
        stages.stage("upload-" + open.id()).append(0, new ByteArrayInputStream(file), file.length);
        assertThat(completion.finish(open).state()).isEqualTo(Upload.State.COMPLETED);
        assertThat(objects.stat(Completion.key(open))).isEmpty();
        assertThat(transactions.<Boolean>read(
                        handle -> handle.createQuery("select charged from upload where upload_id = :id")
                                .bind("id", open.id().value())
                                .mapTo(Boolean.class)
                                .one()))
                .isFalse();
    }

    private Upload upload(String location) {
        return transactions.<Upload>read(
                handle -> store.find(handle, idOf(location)).orElseThrow());
    }

    @Test
    void anUploadThatWasWholeWhenTheServerDiedIsCompletedAtTheStart() throws Exception {
        byte[] file = noise(1000, 12);
        String location = user.tus(file.length);
        stages.stage("upload-" + idOf(location)).append(0, new ByteArrayInputStream(file), file.length);
        repair.repair();
        transactions.run(tx ->
                assertThat(store.find(tx, idOf(location)).orElseThrow().state()).isEqualTo(Upload.State.COMPLETED));
        assertThat(sha256OfOriginal(user.head(location))).isEqualTo(sha256(file));
    }
}
