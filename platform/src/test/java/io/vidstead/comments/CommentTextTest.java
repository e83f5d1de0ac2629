package io.vidstead.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n\t ",
                "\u200b\u200b",
                "\u2800",
                "\u00a0",
                "a\u0007b",
                "a\u001b[31mb",
                "a\u202eb",
                "a\u202db",
                "a\ud800b",
                "a\u0085b"
            })
    void what_is_no_text_is_refused(String text) {
        assertThatThrownBy(() -> CommentText.of(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_comment"));
        assertThatThrownBy(() -> CommentText.of(null)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "**bold** [x](javascript:alert(1))",
                "a\n\n\tb",
                "👩‍👩‍👧‍👦",
                "שלום\u200f!",
                "'; drop table comments; --"
            })
    void any_other_text_is_kept_as_written(String text) {
        assertThat(CommentText.of(text).value()).isEqualTo(text);
    }

    @Test
    void ten_thousand_characters_are_enough() {
        assertThat(CommentText.of("😀".repeat(10_000)).value()).hasSize(20_000);
        assertThatThrownBy(() -> CommentText.of("x".repeat(10_001))).isInstanceOf(Problem.class);
    }

    @Test
    void names_are_what_stands_behind_an_at_sign() {
        assertThat(CommentText.of("@Ada, see @bob-2! and (@carl). mail@example.org @@no @ no @ada https://x/@y")
                        .mentioned())
                .containsExactly("ada", "bob-2", "carl");
        assertThat(CommentText.of("@jane.doe and @_ida; ask @max.b. Or @tom... @x.y_z-")
                        .mentioned())
                .containsExactly("jane.doe", "_ida", "max.b", "tom", "x.y_z-");
        assertThat(CommentText.of("@a1 @a2 @a3 @a4 @a5 @a6 @a7 @a8 @a9 @a10 @a11 @a12")
                        .mentioned())
                .hasSize(10);
    }

    @Test
    void an_excerpt_is_one_line_and_cuts_no_character() {
        assertThat(CommentText.excerpt("a\n\n b")).isEqualTo("a b");
        assertThat(CommentText.excerpt("**So** _good_, says `log(n)` of [it](https://example.org/$1); snake_case_name"))
                .isEqualTo("So good, says log(n) of it; snake_case_name");
        String cut = CommentText.excerpt("😀".repeat(200));
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(140);
        assertThat(cut).endsWith("😀…");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, 0.2065", "10, 0, 0.7225", "100, 0, 0.9630", "5, 5, 0.2366", "0, 10, 0"})
    void the_lower_bound_of_wilson(int likes, int dislikes, double bound) {
        assertThat(VoteStore.wilson(likes, dislikes)).isCloseTo(bound, org.assertj.core.data.Offset.offset(0.0005));
    }
}
