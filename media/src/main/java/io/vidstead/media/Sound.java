package io.vidstead.media;

import java.util.Optional;

/**
 * What listeners choose a sound track by.
 *
 * @param language BCP 47, where the file tells it
 * @param label the file's title of the track, else the language's own name, else empty
 * @param preferred whether players take it unless told otherwise
 */
public record Sound(Optional<String> language, String label, boolean preferred) {

    /** A track of which nothing is known. */
    public static final Sound UNNAMED = new Sound(Optional.empty(), "", false);

    public static Sound of(AudioStream stream) {
        var language = LanguageTag.of(stream.language());
        var label =
                stream.title().isBlank() ? language.map(LanguageTag::nativeName).orElse("") : stream.title();
        return new Sound(language, label, stream.preferred());
    }
}
