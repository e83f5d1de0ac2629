package io.vidstead.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsAndCursorsTest {

    private final Cursors cursors = new Cursors(new SigningKey(new byte[32]));

    @Test
    void videoIdsAreElevenCharactersWithOneSpelling() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            VideoId id = VideoId.random(random);
            assertThat(id.value()).hasSize(11);
            assertThat(VideoId.fromString(id.toString())).isEqualTo(id);
        }
        assertThat(VideoId.parse("AAAAAAAAAAB")).as("bits that are none").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAAAAAAAAAA", "../../../../", "AAAAA AAAAA", "AAAAAAAAAA\u00c4"})
    void whatIsNoVideoIdIsNotFound(String text) {
        assertThatThrownBy(() -> VideoId.fromString(text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not_found");
    }

    @Test
    void numbersAreUniqueAndSortedByTime() {
        Ids ids = new Ids(Clock.systemUTC(), new Random(1));
        Set<Long> seen = new HashSet<>();
        long last = 0;
        for (int i = 0; i < 10_000; i++) {
            long next = ids.newNumber();
            assertThat(next).isGreaterThan(last);
            assertThat(seen.add(next)).isTrue();
            last = next;
        }
        UserId user = ids.newUserId();
        assertThat(UserId.fromString(user.toString())).isEqualTo(user);
    }

    @Test
    void cursorsComeBackAsTheyWere() {
        String cursor = cursors.write("videos", "2026-01-01T00:00:00Z", "\u00e4-42", "");
        assertThat(cursors.read("videos", cursor)).isEqualTo(List.of("2026-01-01T00:00:00Z", "\u00e4-42", ""));
    }

    @Test
    void forgedCursorsAreRefused() {
        String cursor = cursors.write("videos", "1");
        String other = new Cursors(new SigningKey(new byte[] {1})).write("videos", "1");
        for (String forged : List.of("", "x", "!!", cursor + "A", cursor.substring(1), other, "A".repeat(5_000))) {
            assertThatThrownBy(() -> cursors.read("videos", forged)).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> cursors.read("comments", cursor))
                .as("another list")
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({"0,20", "-1,20", "1,0", "1,-1", "1,101", "1,1000000000", "2147483647,100", "600,20"})
    void pagesHaveBounds(int page, int limit) {
        assertThatThrownBy(() -> PageRequest.of(page, limit, null)).isInstanceOf(Problem.class);
    }

    @Test
    void sizesReadAndWriteTheSame() {
        for (String text : List.of("0", "1", "512KiB", "5MiB", "4GiB", "3TiB", "1025")) {
            assertThat(DataSize.parse(text)).hasToString(text);
        }
        for (String text : List.of("", "-1", "5XB", "9999999999TiB", "1.5GiB", "MiB")) {
            assertThatThrownBy(() -> DataSize.parse(text))
                    .as(text)
                    .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
        }
    }
}
