package io.vidstead.engines.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> read() throws IOException {
        List<String> records = new ArrayList<>();
        Journal.open(file, record -> records.add(new String(record, StandardCharsets.UTF_8)))
                .close();
        return records;
    }

    private byte[] written(String... records) throws IOException {
        try (Journal journal = Journal.create(file)) {
            for (String record : records) {
                journal.append(bytes(record));
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void recordsComeBackInTheirOrderAndOthersFollow() throws IOException {
        written("one", "two");
        try (Journal journal = Journal.open(file, _ -> {})) {
            journal.append(bytes("three"));
        }
        assertThat(read()).containsExactly("one", "two", "three");
    }

    @Test
    void aTornRecordWasNeverThereWhereverItIsTorn() throws IOException {
        int whole = written("first").length;
        byte[] both = written("first", "second");
        for (int length = whole; length < both.length; length++) {
            Files.write(file, Arrays.copyOf(both, length));
            assertThat(read()).as("cut after %d bytes", length).containsExactly("first");
            // Its length came to the disk, its bytes did not.
            byte[] empty = Arrays.copyOf(both, both.length);
            Arrays.fill(empty, length, both.length, (byte) 0);
            Files.write(file, empty);
            assertThat(read()).as("empty after %d bytes", length).containsExactly("first");
            assertThat(file).as("others can follow").hasSize(whole);
        }
    }

    @Test
    void aDamagedRecordBeforeAnotherIsNoCrash() throws IOException {
        byte[] whole = written("first", "second");
        for (int at = 0; at < 13; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (1 << bit);
                Files.write(file, damaged);
                assertThatThrownBy(this::read).as("bit %d of byte %d", bit, at).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void whatIsTakenBackOrFailsWasNeverThere() throws IOException {
        try (Journal journal = Journal.create(file)) {
            journal.append(bytes("one"));
            journal.append(bytes("two"));
            journal.takeBack();
            journal.append(bytes("three"));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> journal.append(bytes("four"))).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read()).containsExactly("one", "three");
    }

    @Test
    void aNewOneTakesThePlaceOfAnother() throws IOException {
        written("one");
        assertThat(written()).isEmpty();
        assertThat(read()).isEmpty();
    }
}
