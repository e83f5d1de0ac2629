package io.vidstead.engines.objects;

import static io.vidstead.engines.objects.Content.randomBytes;
import static io.vidstead.engines.objects.Content.read;
import static io.vidstead.engines.objects.Content.sha256;
import static io.vidstead.engines.objects.Content.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.objects.ObjectStore.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ObjectStore} keeps of finished objects. */
interface StoredObjectContract extends StoreUnderTest {

    @Test
    default void an_object_is_what_was_put() throws IOException {
        byte[] content = randomBytes(1_000_000);
        Instant before = Instant.now().minusMillis(1);
        StoredObject put = store().put(KEY, new ByteArrayInputStream(content));
        assertThat(put.size()).isEqualTo(content.length);
        assertThat(put.sha256()).isEqualTo(sha256(content));
        assertThat(put.created()).isBetween(before, Instant.now());
        assertThat(store().stat(KEY)).contains(put);
        assertThat(read(store(), KEY)).isEqualTo(content);
        assertThat(restarted().stat(KEY)).contains(put);
    }

    @Test
    default void an_empty_object_is_an_object() throws IOException {
        StoredObject put = store().put(KEY, InputStream.nullInputStream());
        assertThat(put.size()).isZero();
        assertThat(read(store(), KEY)).isEmpty();
        assertThat(store().verify(KEY)).isEqualTo(new Verification.Intact(put));
    }

    @Test
    default void missing_is_a_value() {
        assertThat(store().stat(KEY)).isEmpty();
        assertThat(store().open(KEY)).isEmpty();
        assertThat(store().openRange(KEY, 0, 1)).isEmpty();
        assertThat(store().delete(KEY)).isFalse();
        assertThat(store().verify(KEY)).isEqualTo(new Verification.Missing(KEY));
        assertThat(store().stat(new ObjectKey("processed"))).isEmpty();
        try (Stream<StoredObject> objects = store().list("nowhere/")) {
            assertThat(objects).isEmpty();
        }
    }

    @Test
    default void a_put_replaces_whole_and_readers_of_the_old_one_finish() throws IOException {
        byte[] old = randomBytes(300_000);
        byte[] replacement = randomBytes(200_000);
        store().put(KEY, new ByteArrayInputStream(old));
        try (InputStream reader = store().open(KEY).orElseThrow()) {
            byte[] begun = reader.readNBytes(1000);
            store().put(KEY, new ByteArrayInputStream(replacement));
            assertThat(read(store(), KEY)).isEqualTo(replacement);
            assertThat(begun).isEqualTo(Arrays.copyOf(old, 1000));
            assertThat(reader.readAllBytes()).isEqualTo(Arrays.copyOfRange(old, 1000, old.length));
        }
        assertThat(restarted().verify(KEY)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    default void readers_never_see_a_mixture_while_others_replace() throws Exception {
        store().put(KEY, new ByteArrayInputStream(randomBytes(50_000)));
        Thread writer = Thread.startVirtualThread(() -> {
            for (int n = 0; n < 60; n++) {
                putQuietly(randomBytes(50_000 + n % 2));
            }
        });
        int reads = 0;
        while (writer.isAlive() || reads == 0) {
            read(store(), KEY);
            assertThat(store().verify(KEY)).isInstanceOf(Verification.Intact.class);
            reads++;
        }
    }

    @Test
    default void a_source_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> store().put(KEY, new Content.CutStream(randomBytes(500_000), 300_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("cut");
        assertThat(store().stat(KEY)).isEmpty();
    }

    @Test
    default void a_finished_file_is_taken_over(@TempDir Path folder) throws IOException {
        byte[] content = randomBytes(70_000);
        Path file = Files.write(folder.resolve("-o.mp4"), content);
        StoredObject put = store().put(KEY, file);
        assertThat(file).doesNotExist();
        assertThat(put.sha256()).isEqualTo(sha256(content));
        assertThat(read(restarted(), KEY)).isEqualTo(content);
    }

    @Test
    default void a_link_is_not_taken_for_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThatIllegalArgumentException().isThrownBy(() -> store().put(KEY, link));
    }

    @Test
    default void ranges_are_exact_and_cut_at_the_end() throws IOException {
        byte[] content = randomBytes(100_000);
        store().put(KEY, new ByteArrayInputStream(content));
        assertThat(range(0, 1)).isEqualTo(Arrays.copyOf(content, 1));
        assertThat(range(99_999, 1)).isEqualTo(Arrays.copyOfRange(content, 99_999, 100_000));
        assertThat(range(500, 70_000)).isEqualTo(Arrays.copyOfRange(content, 500, 70_500));
        assertThat(range(99_000, Long.MAX_VALUE)).isEqualTo(Arrays.copyOfRange(content, 99_000, 100_000));
        assertThat(range(100_000, 10)).isEmpty();
        assertThat(range(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(range(5, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store().openRange(KEY, -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> store().openRange(KEY, 0, -5));
    }

    @Test
    default void a_deleted_object_is_gone_for_good() throws IOException {
        store().put(KEY, text("x"));
        assertThat(store().delete(KEY)).isTrue();
        assertThat(store().delete(KEY)).isFalse();
        assertThat(restarted().stat(KEY)).isEmpty();
        store().put(KEY, text("y"));
        assertThat(read(store(), KEY)).isEqualTo("y".getBytes(UTF_8));
    }

    @Test
    default void objects_are_listed_by_prefix() throws IOException {
        for (String key : List.of("a/1", "a/2", "a/b/3", "ab/4", "c")) {
            store().put(new ObjectKey(key), text(key));
        }
        assertThat(keys("")).containsExactlyInAnyOrder("a/1", "a/2", "a/b/3", "ab/4", "c");
        assertThat(keys("a")).containsExactlyInAnyOrder("a/1", "a/2", "a/b/3", "ab/4");
        assertThat(keys("a/")).containsExactlyInAnyOrder("a/1", "a/2", "a/b/3");
        assertThat(keys("a/b/")).containsExactly("a/b/3");
        assertThat(keys("c/")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store().list("../"));
        assertThatIllegalArgumentException().isThrownBy(() -> store().list("/etc/"));
    }

    @Test
    default void a_scrub_of_sound_objects_finds_nothing() throws IOException {
        store().put(KEY, text("x"));
        store().put(new ObjectKey("other/1"), text("y"));
        assertThat(store().scrub("", found -> {
                    throw new AssertionError(found);
                }))
                .isEqualTo(2);
    }

    private byte[] range(long offset, long length) throws IOException {
        try (InputStream content = store().openRange(KEY, offset, length).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    private List<String> keys(String prefix) {
        try (Stream<StoredObject> objects = store().list(prefix)) {
            return objects.map(object -> object.key().value()).toList();
        }
    }

    private void putQuietly(byte[] content) {
        try {
            store().put(KEY, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
