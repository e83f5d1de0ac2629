package io.vidstead.processing;

import io.vidstead.media.derive.SubtitleStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/**
 * What a container's subtitle stream is called here.
 *
 * @param name unique in its video and fit for a web address: {@code de}, {@code de-2}, {@code captions}
 * @param language BCP 47, in its shortest form
 * @param label the container's own title, else the language's name in itself
 */
record CaptionName(String name, Optional<String> language, String label) {

    /** The bibliographic codes of ISO 639-2 that differ from the terminological ones, which Java knows. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("mao", "mi"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    /** In the order of the streams. */
    static List<CaptionName> of(List<SubtitleStream> streams) {
        Map<String, String> shortCodes = shortCodes();
        Set<String> taken = new HashSet<>();
        return streams.stream()
                .map(stream -> of(stream, language(stream.language(), shortCodes), taken))
                .toList();
    }

    private static CaptionName of(SubtitleStream stream, Optional<String> language, Set<String> taken) {
        String stem = language.map(tag -> tag.toLowerCase(Locale.ROOT)).orElse("captions");
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-" + number;
        }
        String label =
                stream.title().isEmpty() ? language.map(CaptionName::ownName).orElse("Captions") : stream.title();
        return new CaptionName(name, language, label);
    }

    private static Optional<String> language(String code, Map<String, String> shortCodes) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = code.split("-", 2);
        String lower = parts[0].toLowerCase(Locale.ROOT);
        String language = shortCodes.getOrDefault(lower, lower);
        String tag = Locale.forLanguageTag(parts.length == 1 ? language : language + "-" + parts[1])
                .toLanguageTag();
        return tag.equals("und") ? Optional.empty() : Optional.of(tag);
    }

    /** "Deutsch", "português". */
    private static String ownName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayName(locale);
    }

    private static Map<String, String> shortCodes() {
        var codes = new HashMap<String, String>(BIBLIOGRAPHIC);
        for (String language : Locale.getISOLanguages()) {
            try {
                codes.putIfAbsent(Locale.of(language).getISO3Language(), language);
            } catch (MissingResourceException _) {
                // A language without a long code is never called by one.
            }
        }
        return codes;
    }
}
