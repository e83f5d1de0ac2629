package io.vidstead.moderation;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes texts apart, so that letter case, accents and digits in the place of letters hide nothing. */
final class Words {

    /** Words that a stranger would mind, English and German; what may be meant harmlessly is left out. */
    static final Set<String> PROFANE = Set.of(
            "fuck",
            "fucker",
            "fucking",
            "motherfucker",
            "shit",
            "bullshit",
            "bitch",
            "cunt",
            "asshole",
            "dickhead",
            "wanker",
            "whore",
            "slut",
            "faggot",
            "nigger",
            "retard",
            "twat",
            "bastard",
            "prick",
            "kys",
            "scheiße",
            "scheisse",
            "arschloch",
            "fotze",
            "hurensohn",
            "wichser",
            "schlampe",
            "hure",
            "missgeburt",
            "fick",
            "ficken",
            "verpissdich",
            "spast",
            "spasti",
            "kanake",
            "schwuchtel");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 40;

    private Words() {}

    /** In lower case, with single spaces where there were no letters and digits. */
    static String plain(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Its different words in lower case, each also as it reads without disguise. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : NO_WORD_BUT_SIGNS.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty() && word.length() <= LONGEST) {
                words.add(NO_WORD.matcher(word).replaceAll(""));
                words.add(undisguised(word));
            }
        }
        words.remove("");
        return words;
    }

    private static final Pattern NO_WORD_BUT_SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}@$!]+");

    private static String undisguised(String word) {
        String letters = word.replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
        return MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("");
    }
}
