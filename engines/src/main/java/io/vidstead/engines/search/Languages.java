package io.vidstead.engines.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Which language a text is in: by its letters, and where several languages share them, by which one's little words it has
 * most of. A text of a few words may well have none of them, and is then of an unknown language.
 */
final class Languages {

    /** Analysed without stemming. */
    static final String UNKNOWN = "und";

    private static final int LOOKED_AT = 2_000;
    private static final double CLEAR = 0.12;

    private static final Map<String, CharArraySet> LITTLE_WORDS = littleWords();

    private Languages() {}

    /** @param word in lower case */
    static boolean littleWord(String word) {
        return LITTLE_WORDS.values().stream().anyMatch(words -> words.contains(word));
    }

    private static Map<String, CharArraySet> littleWords() {
        Map<String, CharArraySet> sets = new LinkedHashMap<>();
        sets.put("en", EnglishAnalyzer.getDefaultStopSet());
        sets.put("de", GermanAnalyzer.getDefaultStopSet());
        sets.put("fr", FrenchAnalyzer.getDefaultStopSet());
        sets.put("es", SpanishAnalyzer.getDefaultStopSet());
        sets.put("it", ItalianAnalyzer.getDefaultStopSet());
        sets.put("pt", PortugueseAnalyzer.getDefaultStopSet());
        sets.put("nl", DutchAnalyzer.getDefaultStopSet());
        sets.put("sv", SwedishAnalyzer.getDefaultStopSet());
        sets.put("da", DanishAnalyzer.getDefaultStopSet());
        sets.put("no", NorwegianAnalyzer.getDefaultStopSet());
        sets.put("fi", FinnishAnalyzer.getDefaultStopSet());
        sets.put("hu", HungarianAnalyzer.getDefaultStopSet());
        sets.put("tr", TurkishAnalyzer.getDefaultStopSet());
        sets.put("ru", RussianAnalyzer.getDefaultStopSet());
        sets.put("el", GreekAnalyzer.getDefaultStopSet());
        sets.put("ar", ArabicAnalyzer.getDefaultStopSet());
        sets.put("fa", PersianAnalyzer.getDefaultStopSet());
        sets.put("hi", HindiAnalyzer.getDefaultStopSet());
        return Map.copyOf(sets);
    }

    /** A word that says nothing by itself in this language. */
    static boolean isLittleWord(String language, String word) {
        CharArraySet words = LITTLE_WORDS.get(language);
        return words != null && words.contains(word);
    }

    /** The language's two or three letters, in which regions and scripts are no matter. */
    static String of(Optional<String> tag, String text) {
        return tag.map(Languages::primary).filter(code -> !code.equals(UNKNOWN)).orElseGet(() -> guess(text));
    }

    static String primary(String tag) {
        String code = Locale.forLanguageTag(tag).getLanguage();
        return switch (code) {
            case "nb", "nn" -> "no";
            case "" -> UNKNOWN;
            default -> code;
        };
    }

    static String guess(String text) {
        String part = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        return switch (script(part)) {
            case HANGUL -> "ko";
            case HIRAGANA, KATAKANA -> "ja";
            case HAN -> "zh";
            case THAI -> "th";
            case HEBREW -> "he";
            case BENGALI -> "bn";
            case DEVANAGARI -> "hi";
            case GREEK -> "el";
            case CYRILLIC -> voted(part, List.of("ru"), "ru");
            case ARABIC -> voted(part, List.of("ar", "fa"), "ar");
            case LATIN ->
                voted(
                        part,
                        List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "hu", "tr"),
                        UNKNOWN);
            default -> UNKNOWN;
        };
    }

    /** The script of most letters; a little kana makes Chinese characters Japanese. */
    private static UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        if (kana > 0 && kana * 10 > han) {
            letters.merge(UnicodeScript.HIRAGANA, han, Integer::sum);
        }
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    private static String voted(String text, List<String> candidates, String otherwise) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String best = otherwise;
        long most = 0;
        for (String candidate : candidates) {
            long votes =
                    words.stream().filter(word -> isLittleWord(candidate, word)).count();
            if (votes > most) {
                most = votes;
                best = candidate;
            }
        }
        return most >= Math.max(1, words.size() * CLEAR) ? best : otherwise;
    }
}
