package io.vidstead.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoDetailsTest {

    private static VideoDetails titled(String title) {
        return VideoDetails.of(title, null, null, null, null, null);
    }

    private static void assertRefused(String field, Runnable reading) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.extra().get("errors").toString()).contains("field=" + field);
        });
    }

    @Test
    void whatIsLeftOutHasDefaults() {
        assertThat(titled("  A film "))
                .isEqualTo(
                        new VideoDetails("A film", "", Optional.empty(), List.of(), Privacy.PUBLIC, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "a\u0007b", "a\ud800b", "\u007f"})
    void titlesAreOneLineOfText(String title) {
        assertRefused("title", () -> titled(title));
    }

    @Test
    void lengthsCountCodePoints() {
        assertThat(titled("😀".repeat(255)).title()).hasSize(510);
        assertRefused("title", () -> titled("😀".repeat(256)));
        assertRefused("description", () -> VideoDetails.of("a", "x".repeat(5001), null, null, null, null));
        assertThat(VideoDetails.of("a", "x".repeat(5000), null, null, null, null)
                        .description())
                .hasSize(5000);
    }

    @Test
    void markupIsJustText() {
        String title = "<script>alert('1')</script> \"&amp;\" ${x} '; drop table videos; --";
        assertThat(titled(title).title()).isEqualTo(title);
    }

    @Test
    void descriptionsMayHaveLines() {
        assertThat(VideoDetails.of("a", "one\r\ntwo\n\tthree", null, null, null, null)
                        .description())
                .isEqualTo("one\ntwo\n\tthree");
        assertRefused("description", () -> VideoDetails.of("a", "a\u001bb", null, null, null, null));
    }

    @Test
    void tagsAreBoundedAndDistinct() {
        assertThat(VideoDetails.of("a", null, null, List.of(" Cats ", "cats", "dogs"), null, null)
                        .tags())
                .containsExactly("Cats", "dogs");
        List<String> many = IntStream.range(0, 31).mapToObj(Integer::toString).toList();
        assertRefused("tags", () -> VideoDetails.of("a", null, null, many, null, null));
        assertRefused("tags", () -> VideoDetails.of("a", null, null, List.of("x".repeat(51)), null, null));
        assertRefused("tags", () -> VideoDetails.of("a", null, null, List.of(" "), null, null));
        assertRefused("tags", () -> VideoDetails.of("a", null, null, List.of("a\u001fb"), null, null));
        assertRefused("tags", () -> VideoDetails.of("a", null, null, Arrays.asList("a", null), null, null));
    }

    @Test
    void unknownCodesAreRefused() {
        assertRefused("category", () -> VideoDetails.of("a", null, "cooking", null, null, null));
        assertRefused("privacy", () -> VideoDetails.of("a", null, null, null, "secret", null));
        assertRefused("language", () -> VideoDetails.of("a", null, null, null, null, "not a language"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> VideoDetails.of("", null, "cooking", null, "secret", null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat((List<?>) problem.extra().get("errors"))
                                .hasSize(3));
    }

    @Test
    void anEditChangesWhatItNames() {
        VideoDetails before = VideoDetails.of("a", "b", "music", List.of("c"), "unlisted", "en");
        assertThat(before.with(null, null, null, null, null, null)).isEqualTo(before);
        assertThat(before.with(null, "", "", List.of(), null, ""))
                .isEqualTo(new VideoDetails("a", "", Optional.empty(), List.of(), Privacy.UNLISTED, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "holiday_in_rome.mp4, holiday in rome",
        "../../etc/passwd, passwd",
        "C:\\films\\a.b.mov, a.b",
        ".mp4, .mp4",
        "'a\r\nSet-Cookie: x.mp4', aSet-Cookie: x",
        "' .mp4', Untitled"
    })
    void aFilesNameMakesATitle(String file, String title) {
        assertThat(VideoDetails.titleFromFileName(file)).isEqualTo(title);
    }

    @Test
    void aTitleFromAFileIsAlwaysGood() {
        for (String name : List.of("", "\u0000", "😀".repeat(500) + ".mp4", "\ud800.mp4", "/")) {
            assertThat(titled(VideoDetails.titleFromFileName(name)).title()).isNotBlank();
        }
    }

    @Test
    void categoriesAreFoundInAnyCase() {
        assertThat(Map.of(
                        "a",
                        VideoDetails.of("a", null, "Entertainment", null, null, null)
                                .category()))
                .containsEntry("a", Optional.of(Category.ENTERTAINMENT));
    }
}
