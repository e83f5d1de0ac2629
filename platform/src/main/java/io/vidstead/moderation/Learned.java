package io.vidstead.moderation;

import io.vidstead.kernel.UserId;
import io.vidstead.moderation.Verdict.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Naive Bayes over words, of each channel for itself, taught by its owner's decisions alone. Says nothing before it has seen
 * {@link #ENOUGH} texts of either kind.
 */
@ApplicationScoped
class Learned {

    static final int ENOUGH = 5;

    /** Stands for the texts themselves. */
    private static final String TEXTS = "";

    private static final int MOST_TOKENS = 200;
    private static final double SURE = 0.8;

    private record Token(String word, double logOdds) {}

    private final WordStore words;

    Learned(WordStore words) {
        this.words = words;
    }

    void learn(Handle tx, UserId channel, String text, boolean kept) {
        words.learn(tx, channel, tokens(text), kept);
    }

    Optional<Reason> judge(Handle handle, UserId channel, String text) {
        List<String> tokens = tokens(text);
        Map<String, WordStore.Seen> seen = words.learned(handle, channel, tokens);
        WordStore.Seen texts = seen.getOrDefault(TEXTS, new WordStore.Seen(0, 0));
        if (texts.kept() < ENOUGH || texts.rejected() < ENOUGH) {
            return Optional.empty();
        }
        List<Token> evidence = new ArrayList<>();
        for (String token : tokens) {
            WordStore.Seen times = seen.get(token);
            if (times != null && !token.equals(TEXTS)) {
                double rejected = (times.rejected() + 1.0) / (texts.rejected() + 2.0);
                double kept = (times.kept() + 1.0) / (texts.kept() + 2.0);
                evidence.add(new Token(token, Math.log(rejected / kept)));
            }
        }
        double odds = Math.log((double) texts.rejected() / texts.kept())
                + evidence.stream().mapToDouble(Token::logOdds).sum();
        double probability = 1 / (1 + Math.exp(-odds));
        return probability < SURE || evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason("learned", Math.min(0.9, probability * 0.9), strongest(evidence)));
    }

    private static String strongest(List<Token> evidence) {
        return String.join(
                ", ",
                evidence.stream()
                        .filter(token -> token.logOdds() > 0)
                        .sorted(Comparator.comparingDouble(Token::logOdds).reversed())
                        .limit(3)
                        .map(Token::word)
                        .toList());
    }

    /** With the one that stands for the text. */
    private static List<String> tokens(String text) {
        Set<String> words = Words.of(text);
        List<String> tokens = new ArrayList<>(words.stream().limit(MOST_TOKENS).toList());
        tokens.add(TEXTS);
        return tokens;
    }
}
