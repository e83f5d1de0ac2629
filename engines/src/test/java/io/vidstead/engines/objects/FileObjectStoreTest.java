package io.vidstead.engines.objects;

import static io.vidstead.engines.objects.Content.randomBytes;
import static io.vidstead.engines.objects.Content.read;
import static io.vidstead.engines.objects.Content.sha256;
import static io.vidstead.engines.objects.Content.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import io.vidstead.engines.DataFolder;
import io.vidstead.engines.objects.ObjectStore.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path folder;

    private FileObjectStore store;

    @BeforeEach
    void open() {
        store = FileObjectStore.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore restarted() {
        store.close();
        open();
        return store;
    }

    @Test
    void the_folder_belongs_to_one_store() {
        assertThatThrownBy(() -> FileObjectStore.open(folder, Clock.systemUTC()))
                .isInstanceOf(DataFolder.InUseException.class);
    }

    @Test
    void an_object_is_a_file_that_can_be_sent_as_it_is() throws IOException {
        store.put(KEY, text("content"));
        assertThat(store.localPath(KEY).orElseThrow()).hasContent("content").hasFileName("video.mp4");
        assertThat(store.localPath(new ObjectKey("other"))).isEmpty();
    }

    @Test
    void aStageIsAFileUntilItIsTheObjects() throws IOException {
        StagedObject stage = store.stage("u");
        assertThat(store.stagedPath("u")).isEmpty();
        stage.append(0, text("abc"), 3);
        assertThat(store.stagedPath("u").orElseThrow()).hasContent("abc");
        stage.commit(KEY);
        assertThat(store.stagedPath("u")).isEmpty();
        assertThat(store.localPath(KEY).orElseThrow()).hasContent("abc");
    }

    @Test
    void a_file_of_the_same_file_system_is_renamed_not_copied(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("f"), "content");
        Object identity = Files.getAttribute(file, "unix:ino");
        store.put(KEY, file);
        assertThat(Files.getAttribute(store.localPath(KEY).orElseThrow(), "unix:ino"))
                .isEqualTo(identity);
    }

    @Test
    void a_flipped_bit_is_found_and_never_served_again() throws IOException {
        byte[] content = randomBytes(400_000);
        store.put(KEY, new ByteArrayInputStream(content));
        store.put(new ObjectKey("processed/abc/sound"), text("sound"));
        flipBit(store.localPath(KEY).orElseThrow(), 200_000);
        assertThatThrownBy(() -> read(store, KEY)).isInstanceOf(CorruptObjectException.class);
        List<Verification.Corrupt> found = new ArrayList<>();
        assertThat(store.scrub("processed/", found::add)).isEqualTo(1);
        assertThat(found).extracting(Verification.Corrupt::key).containsExactly(KEY);
        assertThat(store.stat(KEY)).isEmpty();
        assertThat(store.localPath(KEY)).isEmpty();
        assertThat(restarted().open(KEY)).isEmpty();
        assertThat(folder.resolve("withdrawn")).isNotEmptyDirectory();
    }

    @Test
    void a_truncated_object_is_noticed_before_it_is_served() throws IOException {
        store.put(KEY, text("content"));
        Files.writeString(store.localPath(KEY).orElseThrow(), "cont");
        assertThatThrownBy(() -> store.localPath(KEY)).isInstanceOf(CorruptObjectException.class);
        assertThatThrownBy(() -> store.openRange(KEY, 0, 1)).isInstanceOf(CorruptObjectException.class);
        assertThat(store.verify(KEY)).isInstanceOf(Verification.Corrupt.class);
    }

    @Test
    void a_crash_before_the_rename_leaves_the_old_object_and_a_retry_works() throws IOException {
        StoredObject old = store.put(KEY, text("old"));
        new Checksums(folder.resolve("checksums"))
                .announce(new StoredObject(KEY, 3, "0".repeat(64), old.created().plusMillis(5)));
        assertThat(restarted().stat(KEY)).contains(old);
        assertThat(read(store, KEY)).asString().isEqualTo("old");
        assertThat(store.put(KEY, text("new")).sha256()).isNotEqualTo(old.sha256());
        assertThat(store.verify(KEY)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void what_a_crash_left_half_written_is_cleared_away() throws IOException {
        Path half = Files.writeString(folder.resolve("temporary/half"), "half");
        restarted();
        assertThat(half).doesNotExist();
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void a_crash_in_the_middle_of_an_append_leaves_the_acknowledged_size() throws IOException {
        store.stage("u").append(0, text("abc"), 3);
        Path stage = folder.resolve("stages/u");
        Files.writeString(stage.resolve("data"), "lost", StandardOpenOption.APPEND);
        Files.write(stage.resolve("offsets"), new byte[] {0, 0, 0, 0, 0, 0, 0, 7, 1}, StandardOpenOption.APPEND);
        StagedObject stagedAgain = ((StagingObjects) restarted()).stage("u");
        assertThat(stagedAgain.size()).isEqualTo(3);
        assertThat(stagedAgain.append(3, text("def"), 3)).isEqualTo(6);
        assertThat(((StagingObjects) restarted()).stage("u").size()).isEqualTo(6);
        store.stage("u").commit(KEY);
        assertThat(read(store, KEY)).asString().isEqualTo("abcdef");
    }

    @Test
    void a_crash_in_the_middle_of_a_commit_can_be_finished() throws IOException {
        StagedObject stage = store.stage("u");
        stage.append(0, text("abc"), 3);
        String note = new StageNote(KEY, 3, stage.sha256()).toString();
        Files.writeString(folder.resolve("stages/u/committed"), note);
        StagedObject begun = ((StagingObjects) restarted()).stage("u");
        assertThat(begun.size()).isEqualTo(3);
        assertThat(store.stat(KEY)).isEmpty();
        assertThat(begun.commit(KEY).size()).isEqualTo(3);
        assertThat(read(store, KEY)).asString().isEqualTo("abc");
        assertThatThrownBy(() -> begun.commit(new ObjectKey("elsewhere"))).isInstanceOf(StorageException.class);
    }

    @Test
    void deleting_leaves_no_empty_folders() throws IOException {
        store.put(KEY, text("x"));
        store.delete(KEY);
        try (Stream<Path> left = Files.list(folder.resolve("objects"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_full_disk_stores_nothing_half_and_recovers_by_itself(@TempDir Path mountPoint) throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "skipped: only root can mount a small file system");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mountPoint.toString()),
                "skipped: mounting is not permitted here");
        try (FileObjectStore small = FileObjectStore.open(mountPoint, Clock.systemUTC())) {
            byte[] content = randomBytes(2_000_000);
            small.put(KEY, new ByteArrayInputStream(content));
            ObjectKey second = new ObjectKey("second");
            assertThatThrownBy(() -> small.put(second, new ByteArrayInputStream(randomBytes(6_000_000))))
                    .isInstanceOf(StorageFullException.class);
            assertThat(small.stat(second)).isEmpty();
            StagedObject stage = small.stage("u");
            stage.append(0, new ByteArrayInputStream(content, 0, 500_000), Long.MAX_VALUE);
            InputStream tooMuch = new SequenceInputStream(
                    new ByteArrayInputStream(content, 500_000, 1_500_000),
                    new ByteArrayInputStream(randomBytes(6_000_000)));
            assertThatThrownBy(() -> stage.append(500_000, tooMuch, Long.MAX_VALUE))
                    .isInstanceOf(StorageFullException.class);
            int kept = (int) stage.size();
            assertThat(kept).isBetween(500_000, 2_000_000);
            small.delete(KEY);
            stage.append(kept, new ByteArrayInputStream(content, kept, content.length - kept), Long.MAX_VALUE);
            assertThat(stage.commit(second).sha256()).isEqualTo(sha256(content));
            assertThat(read(small, second)).isEqualTo(content);
        } finally {
            run("umount", mountPoint.toString());
        }
    }

    @Test
    void other_users_may_not_look_into_it() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_the_disk_refuses_to_keep_is_never_acknowledged() throws Exception {
        assumeTrue(run("strace", "true"), "skipped: strace is not here to make fsync fail");
        StoredObject before = store.put(KEY, text("before"));
        store.stage("u").append(0, text("abc"), 3);
        store.close();
        Process writer = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=fsync",
                        "-e",
                        "inject=fsync:error=EIO:when=2+",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FailingDiskWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        open();
        assertThat(output.lines()).containsExactly("opened", "put refused", "append refused at 3");
        assertThat(store.stat(KEY)).contains(before);
        assertThat(store.stage("u").size()).isEqualTo(3);
        assertThat(store.stage("u").sha256()).isEqualTo(sha256("abc".getBytes(StandardCharsets.UTF_8)));
    }

    /** A process whose disk fails once the store is open. */
    static final class FailingDiskWriter {

        public static void main(String[] arguments) throws IOException {
            FileObjectStore store = FileObjectStore.open(Path.of(arguments[0]), Clock.systemUTC());
            System.out.println("opened");
            try {
                store.put(KEY, text("after"));
            } catch (StorageException _) {
                System.out.println("put refused");
            }
            try {
                store.stage("u").append(3, text("def"), 3);
            } catch (StorageException _) {
                System.out.println("append refused at " + store.stage("u").size());
            }
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static void flipBit(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, offset);
            one.put(0, (byte) (one.get(0) ^ 1)).rewind();
            channel.write(one, offset);
        }
    }
}
