package io.vidstead.storage;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hypersistence.tsid.TSID;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionRecord.Kind;
import io.vidstead.catalog.VideoState;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Upkeep;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@PlatformTest
class ReencodingTest extends StorageVisits {

    @Inject
    Reencoding reencoding;

    @Inject
    ReencodeStore store;

    @Inject
    Films films;

    @Inject
    Upkeep upkeep;

    private String begin(VideoId video) {
        Visitor.Answer begun = orderAnew(video);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        return begun.json().path("run_id").asText();
    }

    private JsonNode run(String id) {
        for (JsonNode run : admin.get("/api/v1/admin/reencode").json().path("runs")) {
            if (run.path("run_id").asText().equals(id)) {
                return run;
            }
        }
        throw new AssertionError("no run " + id);
    }

    @Test
    void aVideoIsEncodedAnewBehindTheScenesAndPlaysOn() {
        VideoId video = done();
        List<RenditionRecord> before = catalog.renditions(video);
        String run = begin(video);
        await("the run is over", LIMIT, () -> {
            reencoding.run();
            assertThat(catalog.require(video).state().playable()).isTrue();
            return run(run).path("status").asText().equals("done");
        });
        assertThat(run(run).path("encoded").asInt()).isEqualTo(1);
        assertThat(run(run).path("seen").asInt()).isEqualTo(1);
        List<RenditionRecord> after = catalog.renditions(video);
        assertThat(after)
                .extracting(RenditionRecord::name)
                .containsExactlyElementsOf(
                        before.stream().map(RenditionRecord::name).toList());
        assertThat(after).filteredOn(r -> r.kind() == Kind.VIDEO).doesNotContainAnyElementsOf(before);
        assertThat(before)
                .allMatch(r -> user.get("/media/" + video + "/" + r.fileName()).statusCode() == 200);
        assertThat(upkeep.isOutdated(video)).isFalse();
    }

    @Test
    void aCancelledRunWhoseVideoIsStillBeingMadeKeepsNoOtherWaiting() {
        VideoId slow = films.playing(admin.id(), Films.titled("Slow", "public"));
        String cancelled = begin(slow);
        transactions.run(tx -> store.begin(tx, TSID.from(cancelled).toLong(), slow));
        admin.delete("/api/v1/admin/reencode/" + cancelled);

        String next = begin(slow);
        await("the next one is over", LIMIT, () -> {
            reencoding.run();
            return run(next).path("status").asText().equals("done");
        });
        assertThat(run(cancelled).path("ended_at").isNull()).isTrue();
        transactions.run(tx -> catalog.advance(tx, slow, new VideoState.Done()));
    }
}
