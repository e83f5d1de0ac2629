package io.vidstead.moderation;

import io.vidstead.moderation.Verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text itself says against it. Time is linear in its length: no pattern here goes back. */
final class Rules {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.)\\S{2,}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SHORTENED = Pattern.compile(
            "(?:bit\\.ly|tinyurl\\.com|t\\.me|wa\\.me|goo\\.gl|is\\.gd|cutt\\.ly|rebrand\\.ly)/",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAME_CHARACTER = Pattern.compile("([\\p{L}!?$€])\\1{9}");

    /** Phrases of spam, in lower case with single spaces. */
    private static final List<String> PHRASES = List.of(
            "check out my channel",
            "check my channel",
            "subscribe to my channel",
            "sub4sub",
            "sub for sub",
            "free money",
            "earn money",
            "make money fast",
            "work from home",
            "double your",
            "guaranteed profit",
            "investment opportunity",
            "free followers",
            "free subscribers",
            "buy followers",
            "buy subscribers",
            "buy views",
            "cheap views",
            "crypto giveaway",
            "send btc",
            "free bitcoin",
            "contact me on whatsapp",
            "whatsapp me",
            "on telegram",
            "text me on",
            "hot singles",
            "click here",
            "click the link",
            "congratulations you won",
            "you have won",
            "claim your prize",
            "gift card",
            "besuch meinen kanal",
            "besucht meinen kanal",
            "abonniert meinen kanal",
            "schnell geld verdienen",
            "geld verdienen",
            "kostenlos bitcoin",
            "du hast gewonnen",
            "klick hier",
            "schreib mir auf whatsapp");

    private static final int SHOUTING_FROM = 20;
    private static final double SHOUTING_SHARE = 0.8;

    private Rules() {}

    static List<Reason> judge(String text) {
        String plain = Words.plain(text);
        return Stream.of(spam(plain), profanity(text), links(text), shouting(text))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Reason> spam(String plain) {
        List<String> found = PHRASES.stream().filter(plain::contains).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason("spam", found.size() > 1 ? 0.9 : 0.6, String.join(", ", found)));
    }

    private static Optional<Reason> profanity(String text) {
        Set<String> found = new TreeSet<>();
        for (String word : Words.of(text)) {
            if (Words.PROFANE.contains(word)) {
                found.add(word);
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason("profanity", found.size() > 1 ? 0.8 : 0.55, String.join(", ", found)));
    }

    private static Optional<Reason> links(String text) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            links.add(link.group());
        }
        if (links.isEmpty()) {
            return Optional.empty();
        }
        double byNumber = switch (links.size()) {
            case 1 -> 0.15;
            case 2 -> 0.35;
            case 3 -> 0.55;
            default -> 0.7;
        };
        double weight = SHORTENED.matcher(text).find() ? Math.max(0.6, byNumber) : byNumber;
        return Optional.of(new Reason("links", weight, links.size() + (links.size() == 1 ? " link" : " links")));
    }

    private static Optional<Reason> shouting(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        boolean capital = letters >= SHOUTING_FROM && capitals >= SHOUTING_SHARE * letters;
        if (!capital && !SAME_CHARACTER.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(new Reason("shouting", 0.25, capital ? "capitals" : "the same character many times"));
    }

    /** Whether a text has a watched word, as a whole word or, where the watched one has spaces, as a phrase. */
    static boolean has(String text, String watched) {
        String plain = " " + Words.plain(text) + " ";
        return plain.contains(" " + watched.toLowerCase(Locale.ROOT) + " ");
    }
}
