package io.vidstead.captions;

import io.vidstead.kernel.Problem;
import io.vidstead.media.LanguageTag;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Languages of captions: BCP 47 in its canonical form. */
final class CaptionLanguage {

    private static final int MAX_LENGTH = 35;
    private static final String UNKNOWN = "und";

    private CaptionLanguage() {}

    /** @throws Problem when it is no language */
    static String require(String tag) {
        return find(tag)
                .orElseThrow(() -> Problem.caller(
                        "bad_language", "The language must be a tag such as en, de or pt-BR; \"und\" is no language."));
    }

    private static Optional<String> find(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
            String canonical = locale.toLanguageTag();
            boolean named = !locale.getLanguage().isEmpty() && !canonical.startsWith(UNKNOWN);
            return Optional.of(canonical).filter(text -> named && text.length() <= MAX_LENGTH);
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }

    /** How its speakers call it: {@code Deutsch}. */
    static String label(String tag) {
        return LanguageTag.nativeName(tag);
    }

    /** Whether two tags name one language, whatever their region or script: {@code en} and {@code en-GB}. */
    static boolean same(String one, String other) {
        return Locale.forLanguageTag(one)
                .getLanguage()
                .equals(Locale.forLanguageTag(other).getLanguage());
    }

    /** A name for a track that is not taken: {@code de}, {@code de-2}. */
    static String freeName(String tag, Collection<String> taken) {
        String stem = tag.toLowerCase(Locale.ROOT);
        String name = stem;
        for (int number = 2; taken.contains(name); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    /** The tag that fits a wish best (RFC 4647, lookup). */
    static Optional<String> lookup(String wish, List<String> tags) {
        return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(require(wish)), tags));
    }
}
