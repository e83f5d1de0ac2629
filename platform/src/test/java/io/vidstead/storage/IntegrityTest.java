package io.vidstead.storage;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.OriginalLoss;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.engines.objects.LocalObjects;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StorageException;
import io.vidstead.engines.objects.StoreAwayException;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Clips;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@PlatformTest
class IntegrityTest extends StorageVisits {

    @Inject
    ObjectStore objects;

    @Inject
    Settings.Storage settings;

    @Inject
    Scrub scrub;

    @Inject
    ScrubStore passes;

    @Inject
    Derivatives derivatives;

    private RenditionRecord rendition(VideoId video, String name) {
        return catalog.renditions(video).stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void flipABit(String key) throws IOException {
        Path file = ((LocalObjects) objects).localPath(new ObjectKey(key)).orElseThrow();
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = content.length() / 2;
            content.seek(middle);
            int before = content.read();
            content.seek(middle);
            content.write(before ^ 1);
        }
    }

    private static ScrubPass pass() {
        return new ScrubPass(0, "", 0, 0, 0, Instant.EPOCH, Optional.empty());
    }

    private JsonNode damage(String key) {
        for (JsonNode damage : admin.get("/api/v1/admin/integrity").json().path("damages")) {
            if (damage.path("file").asText().equals(key)) {
                return damage;
            }
        }
        throw new AssertionError("no damage of " + key);
    }

    @Test
    void aDamagedRenditionIsMadeAgainAndADamagedOriginalIsReportedAndNeverServedAsWhole() throws Exception {
        VideoId video = done();
        RenditionRecord damaged = rendition(video, "360p");
        flipABit(damaged.objectKey());
        ScrubPass read = scrub.read(pass(), video);
        assertThat(read.damaged()).isEqualTo(1);
        assertThat(read.files()).isGreaterThan(6);
        assertThat(user.get("/media/" + video + "/" + damaged.fileName()).statusCode())
                .as("nobody gets the damaged file")
                .isEqualTo(404);
        awaitDone(video);
        RenditionRecord again = rendition(video, "360p");
        assertThat(again.fileName()).isNotEqualTo(damaged.fileName());
        assertThat(user.get("/media/" + video + "/" + again.fileName()).statusCode())
                .isEqualTo(200);
        assertThat(user.get("/media/" + video + "/master.m3u8").body()).contains("360p.m3u8");
        await(
                "the report",
                LIMIT,
                () -> damage(damaged.objectKey()).path("state").asText().equals("repaired"));
        assertThat(scrub.read(pass(), video).damaged()).as("all is well").isZero();

        String original = catalog.require(video).original().orElseThrow().objectKey();
        flipABit(original);
        assertThat(scrub.read(pass(), video).damaged()).isEqualTo(1);
        assertThat(damage(original).path("state").asText()).isEqualTo("lost");
        assertThat(catalog.require(video).loss()).contains(OriginalLoss.DAMAGED);
        assertThat(objects.stat(new ObjectKey(original))).as("it is withdrawn").isEmpty();
        assertThat(pictures(video)).contains("720p", "360p");
        Visitor.Answer anew = orderAnew(video);
        assertThat(anew.status()).isEqualTo(409);
        assertThat(anew.code()).isEqualTo("no_original");
        assertThat(admin.get("/metrics").text()).contains("vidstead_scrub_damaged_total");
    }

    @Test
    void aFileThatTheDiskDoesNotGiveIsNotWithdrawn() throws Exception {
        var key = new ObjectKey(catalog.require(done()).original().orElseThrow().objectKey());
        assertThat(new FileCheck(failing(new IOException("Input/output error")), settings).check(key))
                .isEqualTo(new FileCheck.Result.Unreadable("Input/output error"));
        assertThat(new FileCheck(failing(new StorageException("it cannot be read")), settings).check(key))
                .isEqualTo(new FileCheck.Result.Unreadable("it cannot be read"));
        assertThat(new FileCheck(objects, settings).check(key)).isInstanceOf(FileCheck.Result.Intact.class);
    }

    @Test
    void aStoreThatIsAwayIsNoFileThatCannotBeRead() {
        var check = new FileCheck(failing(new StoreAwayException("no answer", new IOException())), settings);
        assertThatThrownBy(() -> check.check(new ObjectKey("originals/x/y"))).isInstanceOf(StoreAwayException.class);
    }

    /** A store whose files can be opened, but not be read. */
    private static ObjectStore failing(Exception failure) {
        var stream = new InputStream() {
            @Override
            public int read() throws IOException {
                switch (failure) {
                    case IOException e -> throw e;
                    case RuntimeException e -> throw e;
                    default -> throw new IllegalArgumentException(failure);
                }
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(),
                new Class<?>[] {ObjectStore.class},
                (_, _, _) -> Optional.of(stream));
    }

    @Test
    void damagedSoundIsMadeAgainInAllItsLanguages() throws Exception {
        film = new Clips(media.tools(), Path.of("target", "clips")).twoLanguages(2);
        VideoId video = done();
        List<String> before = sounds(video);
        assertThat(before).hasSize(2);
        flipABit(rendition(video, before.getFirst()).objectKey());
        assertThat(scrub.read(pass(), video).damaged()).isEqualTo(1);
        await("both sounds", LIMIT, () -> sounds(video).equals(before));
        awaitDone(video);
        assertThat(scrub.read(pass(), video).damaged()).isZero();
    }

    private List<String> sounds(VideoId video) {
        return catalog.renditions(video).stream()
                .filter(rendition -> rendition.kind() == RenditionRecord.Kind.AUDIO)
                .map(RenditionRecord::name)
                .sorted()
                .toList();
    }

    @Test
    void damagedPicturesAreTakenAgain() throws Exception {
        VideoId video = done();
        var still = catalog.thumbnails(video).getFirst();
        flipABit(still.objectKey());
        assertThat(scrub.read(pass(), video).damaged()).isEqualTo(1);
        await("pictures", LIMIT, () -> catalog.thumbnails(video).size() == 3);
        assertThat(catalog.thumbnails(video))
                .noneMatch(picture -> picture.objectKey().equals(still.objectKey()));
    }

    @Test
    void damagedCaptionsAreReadFromTheOriginalAgain() throws Exception {
        VideoId video = upload(new Clips(media.tools(), Path.of("target", "clips")).withWords());
        await("captions", LIMIT, () -> !derivatives.find(video).captions().isEmpty());
        CaptionTrack damaged = derivatives.find(video).captions().getFirst();
        flipABit(damaged.objectKey());
        assertThat(scrub.read(pass(), video).damaged()).isEqualTo(1);
        await("captions again", LIMIT, () -> !derivatives.find(video).captions().isEmpty());
        CaptionTrack again = derivatives.find(video).captions().getFirst();
        assertThat(again.name()).isEqualTo(damaged.name());
        assertThat(again.fileName()).isNotEqualTo(damaged.fileName());
        assertThat(user.get("/media/" + video + "/" + again.fileName()).body()).startsWith("WEBVTT");
        await(
                "the report",
                LIMIT,
                () -> damage(damaged.objectKey()).path("state").asText().equals("repaired"));
    }

    @Test
    void aPassGoesOnWhereItWasAndIsReported() throws Exception {
        transactions.run(tx -> {
            if (passes.findRunning(tx).isEmpty()) {
                passes.insert(tx, 1, Instant.now());
            }
        });
        ScrubPass begun = transactions.read(passes::findRunning).orElseThrow();
        // As if all videos but those after the last possible id were read.
        transactions.run(tx -> passes.save(tx, begun.after("zzzzzzzzzzz", 5, 50, 0)));
        scrub.goOn(transactions.read(passes::findRunning).orElseThrow(), Instant.MAX);
        JsonNode report = admin.get("/api/v1/admin/integrity").json();
        assertThat(report.path("running").isNull()).isTrue();
        assertThat(report.path("last").path("files").asInt()).isGreaterThanOrEqualTo(5);
    }
}
