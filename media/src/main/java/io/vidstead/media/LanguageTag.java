package io.vidstead.media;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Languages as manifests name them (BCP 47), from the ISO 639 codes that containers hold. */
public final class LanguageTag {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Map<String, String> SHORT = shortCodes();

    private LanguageTag() {}

    /** The tag for {@code eng}, {@code ger}, {@code pt-BR}; absent for what is no language or an undetermined one. */
    public static Optional<String> of(String found) {
        if (!SHAPE.matcher(found).matches()) {
            return Optional.empty();
        }
        var parts = found.split("-", 2);
        var language = parts[0].toLowerCase(Locale.ROOT);
        var tag = SHORT.getOrDefault(language, language) + (parts.length > 1 ? "-" + parts[1] : "");
        return tag.equals("und") || tag.equals("mis") || tag.equals("zxx") ? Optional.empty() : Optional.of(tag);
    }

    /** How speakers of the language call it: {@code Deutsch}. */
    public static String nativeName(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayName(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** From the three letters of ISO 639-2, terminological and bibliographic, to the two of ISO 639-1. */
    private static Map<String, String> shortCodes() {
        var codes = new HashMap<String, String>();
        for (var language : Locale.getISOLanguages()) {
            try {
                codes.put(Locale.of(language).getISO3Language(), language);
            } catch (MissingResourceException _) {
                // A language without a longer code.
            }
        }
        var bibliographic =
                "alb sq arm hy baq eu bur my chi zh cze cs dut nl fre fr geo ka ger de gre el ice is mac mk "
                        + "mao mi may ms per fa rum ro slo sk tib bo wel cy";
        var words = bibliographic.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            codes.put(words[i], words[i + 1]);
        }
        return Map.copyOf(codes);
    }
}
