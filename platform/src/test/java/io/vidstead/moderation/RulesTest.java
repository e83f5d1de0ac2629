package io.vidstead.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static List<String> codes(String text) {
        return Rules.judge(text).stream().map(Verdict.Reason::code).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Great video, thank you!",
                "I live in Scunthorpe and passed my assessment there.",
                "Danke, sehr hilfreich. Die Hurenkinder und Schusterjungen im Satz stören mich aber.",
                "NASA and ESA, at 3:15",
                "😀😀😀😀😀😀😀😀😀😀😀😀",
                "………………………………",
                "مرحبا بالعالم"
            })
    void harmless_texts_have_no_reason(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Check out my channel!, spam",
        "CHECK - out - my - channel, spam",
        "Besucht meinen Kanal bitte, spam",
        "FREE FOLLOWERS!!! Buy cheap views NOW, spam",
        "you utter bitch, profanity",
        "f.u.c.k is fine but fück and sh1t are not, profanity",
        "so ein A R S C H und ein arschloch, profanity",
        "see https://example.org/a, links",
        "AAAAAAAAAAAAAAAAAAAAAAA, shouting",
        "THIS IS THE BEST VIDEO THAT I EVER SAW, shouting",
    })
    void what_speaks_against_a_text_is_named(String text, String code) {
        assertThat(codes(text)).contains(code);
    }

    @Test
    void more_links_and_shortened_ones_weigh_more() {
        double one = Rules.judge("https://example.org").getFirst().weight();
        double two = Rules.judge("https://example.org https://example.net")
                .getFirst()
                .weight();
        double three = Rules.judge("https://example.org https://example.net https://example.com")
                .getFirst()
                .weight();
        double shortened = Rules.judge("https://bit.ly/3xyz").getFirst().weight();
        assertThat(one).isLessThan(two);
        assertThat(two).isLessThan(0.5); // which would hold it alone
        assertThat(three).isGreaterThan(0.5).isLessThan(shortened);
    }

    @Test
    void a_watched_word_is_a_whole_word_or_phrase() {
        assertThat(Rules.has("I like CATS, really", "cats")).isTrue();
        assertThat(Rules.has("concatenation", "cat")).isFalse();
        assertThat(Rules.has("the new - season... is out", "new season")).isTrue();
    }

    @Test
    void the_longest_text_is_judged_at_once() {
        for (String part : List.of("a", "!", "http://", "@", "f u c k ", "\u0301", "1$")) {
            String text = part.repeat(10_000 / part.length());
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Rules.judge(text));
        }
    }
}
