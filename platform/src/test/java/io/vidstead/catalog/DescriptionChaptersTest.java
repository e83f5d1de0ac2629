package io.vidstead.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.derive.Chapter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionChaptersTest {

    private static final Duration LENGTH = Duration.ofHours(2);

    private static List<Chapter> read(String description) {
        return DescriptionChapters.read(description, LENGTH);
    }

    private static Chapter chapter(int seconds, String title) {
        return new Chapter(Duration.ofSeconds(seconds), title);
    }

    @Test
    void timesAtTheEdgesOfLinesMakeChapters() {
        assertThat(read("""
                A film about a house. At 1:30 it burns.

                0:00 Begin
                (1:05) - The roof
                • 10:00: Walls & <b>doors</b>
                1:02:03 The end
                Seen by 3:00 people
                """))
                .containsExactly(
                        chapter(0, "Begin"),
                        chapter(65, "The roof"),
                        chapter(600, "Walls & <b>doors</b>"),
                        chapter(3723, "The end"));
        assertThat(read("Begin 00:00\nMiddle – 0:10\nEnd [0:20]"))
                .containsExactly(chapter(0, "Begin"), chapter(10, "Middle"), chapter(20, "End"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no times at all",
                "0:00 a\n0:10 b",
                "0:01 a\n0:20 b\n0:40 c",
                "0:00 a\n0:20 b\n0:29 c",
                "0:00 a\n0:40 b\n0:20 c",
                "0:00 a\n0:20 b\n1:59:55 c",
                "0:00 a\n0:20 b\n9:00:00 c",
                "0:00\n0:20\n0:40",
                "0:00 a\n0:20 b\n0:75 c",
                "10:00:00:00 a\n0:20 b\n0:40 c"
            })
    void whatDoesNotKeepTheRulesMakesNone(String description) {
        assertThat(read(description)).isEmpty();
    }

    @Test
    void aLongDescriptionIsReadInNoTime() {
        assertThat(read("0:00 ((((((((( \n".repeat(400))).isEmpty();
        assertThat(read(("(".repeat(2000) + " ").repeat(2) + "0:0")).isEmpty();
    }
}
