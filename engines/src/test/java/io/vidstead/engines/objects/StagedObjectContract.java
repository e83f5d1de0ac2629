package io.vidstead.engines.objects;

import static io.vidstead.engines.objects.Content.randomBytes;
import static io.vidstead.engines.objects.Content.read;
import static io.vidstead.engines.objects.Content.sha256;
import static io.vidstead.engines.objects.Content.slice;
import static io.vidstead.engines.objects.Content.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.objects.ObjectStore.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ObjectStore} keeps of objects that grow. */
interface StagedObjectContract extends StoreUnderTest {

    private StagingObjects stages() {
        return (StagingObjects) store();
    }

    private StagingObjects restartedStages() {
        return (StagingObjects) restarted();
    }

    @Test
    default void a_stage_grows_durably_and_becomes_an_object() throws IOException {
        byte[] content = randomBytes(20_000_000);
        StagedObject stage = stages().stage("upload-1");
        assertThat(stage.size()).isZero();
        assertThat(stage.append(0, slice(content, 0, 9_000_000), Long.MAX_VALUE))
                .isEqualTo(9_000_000);
        assertThat(stage.append(9_000_000, slice(content, 9_000_000, 9_000_001), Long.MAX_VALUE))
                .isEqualTo(9_000_001);
        StagedObject resumed = restartedStages().stage("upload-1");
        assertThat(resumed.size()).isEqualTo(9_000_001);
        resumed.append(9_000_001, slice(content, 9_000_001, content.length), Long.MAX_VALUE);
        assertThat(resumed.sha256()).isEqualTo(sha256(content));
        assertThat(store().stat(KEY)).isEmpty();
        StoredObject object = resumed.commit(KEY);
        assertThat(object.sha256()).isEqualTo(sha256(content));
        assertThat(read(store(), KEY)).isEqualTo(content);
    }

    @Test
    default void a_commit_may_be_repeated() throws IOException {
        stages().stage("u").append(0, text("whole"), 5);
        StoredObject object = stages().stage("u").commit(KEY);
        assertThat(stages().stage("u").commit(KEY)).isEqualTo(object);
        StagedObject later = restartedStages().stage("u");
        assertThat(later.commit(KEY)).isEqualTo(object);
        assertThat(later.size()).isEqualTo(5);
        assertThat(later.sha256()).isEqualTo(object.sha256());
        assertThatThrownBy(() -> later.append(5, text("more"), 4)).isInstanceOf(OffsetConflictException.class);
        later.discard();
        assertThat(stages().stage("u").commit(KEY)).isEqualTo(object);
        assertThat(store().verify(KEY)).isEqualTo(new Verification.Intact(object));
    }

    @Test
    default void nothing_cannot_be_committed() {
        assertThatThrownBy(() -> stages().stage("never").commit(KEY)).isInstanceOf(StorageException.class);
    }

    @Test
    default void an_append_elsewhere_than_the_end_is_refused_and_changes_nothing() throws IOException {
        StagedObject stage = stages().stage("u");
        stage.append(0, text("abc"), 3);
        for (long offset : new long[] {0, 2, 4, -1, Long.MAX_VALUE}) {
            InputStream unread = text("x");
            assertThatThrownBy(() -> stage.append(offset, unread, 1))
                    .isInstanceOfSatisfying(
                            OffsetConflictException.class,
                            conflict -> assertThat(conflict.size()).isEqualTo(3));
            assertThat(unread.available()).isEqualTo(1);
        }
        assertThat(stage.size()).isEqualTo(3);
        assertThat(stage.sha256()).isEqualTo(sha256("abc".getBytes(UTF_8)));
    }

    @Test
    default void no_more_than_the_limit_is_taken() throws IOException {
        InputStream source = text("abcdef");
        assertThat(stages().stage("u").append(0, source, 4)).isEqualTo(4);
        assertThat(source.readAllBytes()).isEqualTo("ef".getBytes(UTF_8));
    }

    @Test
    default void of_two_writers_at_one_offset_exactly_one_wins() throws Exception {
        StagedObject stage = stages().stage("u");
        byte[] content = randomBytes(100_000);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> {
            try {
                stage.append(0, new Content.WaitingStream(content, reading, refused), Long.MAX_VALUE);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        reading.await();
        assertThatThrownBy(() -> stages().stage("u").append(0, text("other"), 5))
                .isInstanceOf(OffsetConflictException.class);
        refused.countDown();
        first.join();
        assertThat(stage.size()).isEqualTo(content.length);
        assertThat(stage.sha256()).isEqualTo(sha256(content));
    }

    @Test
    default void what_came_before_a_cut_is_kept() throws IOException {
        byte[] content = randomBytes(900_000);
        StagedObject stage = stages().stage("u");
        assertThatThrownBy(() -> stage.append(0, new Content.CutStream(content, 400_000), Long.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessage("cut");
        assertThat(stage.size()).isEqualTo(400_000);
        StagedObject resumed = restartedStages().stage("u");
        assertThat(resumed.size()).isEqualTo(400_000);
        resumed.append(400_000, slice(content, 400_000, content.length), Long.MAX_VALUE);
        assertThat(resumed.commit(KEY).sha256()).isEqualTo(sha256(content));
    }

    @Test
    default void an_append_with_a_digest_is_kept_whole_or_not_at_all() throws Exception {
        byte[] content = randomBytes(300_000);
        ExpectedDigest right =
                new ExpectedDigest("SHA-1", MessageDigest.getInstance("SHA-1").digest(content));
        ExpectedDigest wrong = new ExpectedDigest("SHA-256", new byte[32]);
        StagedObject stage = stages().stage("u");
        assertThatThrownBy(() -> stage.append(0, slice(content, 0, content.length), Long.MAX_VALUE, wrong))
                .isInstanceOf(DigestMismatchException.class);
        assertThat(stage.size()).isZero();
        assertThatThrownBy(() -> stage.append(0, new Content.CutStream(content, 1000), Long.MAX_VALUE, right))
                .isInstanceOf(IOException.class);
        assertThat(stage.size()).isZero();
        assertThat(stage.append(0, slice(content, 0, content.length), Long.MAX_VALUE, right))
                .isEqualTo(content.length);
        assertThat(stage.sha256()).isEqualTo(sha256(content));
    }

    @Test
    default void a_discarded_stage_is_gone() throws IOException {
        StagedObject stage = stages().stage("u");
        stage.append(0, text("abc"), 3);
        stage.discard();
        stage.discard();
        assertThat(stages().stage("u").size()).isZero();
        assertThatThrownBy(() -> stage.append(3, text("d"), 1)).isInstanceOf(OffsetConflictException.class);
        assertThat(restartedStages().stage("u").size()).isZero();
    }

    @Test
    default void idle_stages_are_told() throws IOException {
        Instant start = Instant.now().minusSeconds(1);
        stages().stage("u").append(0, text("abc"), 3);
        assertThat(stages().stagesIdleSince(start)).isEmpty();
        assertThat(restartedStages().stagesIdleSince(Instant.now().plusSeconds(5)))
                .extracting(StagedObject::id)
                .containsExactly("u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "../x", ".x"})
    default void a_stage_cannot_leave_the_store_either(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> stages().stage(id));
    }
}
