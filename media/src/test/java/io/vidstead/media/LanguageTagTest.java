package io.vidstead.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({"eng,en", "ger,de", "deu,de", "fre,fr", "pt-BR,pt-BR", "en,en", "gsw,gsw", "CHI,zh"})
    void shortensWhatContainersHold(String found, String tag) {
        assertThat(LanguageTag.of(found)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "zxx", "x", "e\"n", "english language"})
    void knowsWhatIsNone(String found) {
        assertThat(LanguageTag.of(found)).isEmpty();
    }

    @Test
    void namesLanguagesAsTheirSpeakersDo() {
        assertThat(LanguageTag.nativeName("de")).isEqualTo("Deutsch");
        assertThat(LanguageTag.nativeName("fr")).isEqualTo("Français");
    }
}
