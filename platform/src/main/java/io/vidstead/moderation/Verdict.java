package io.vidstead.moderation;

import java.util.List;

/**
 * What is to become of a text, and why.
 *
 * @param score from 0 (harmless) to 1; the reasons' weights joined as if they were independent
 * @param reasons heaviest first
 */
public record Verdict(Outcome outcome, double score, List<Reason> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Nothing speaks against it. */
    public static Verdict harmless() {
        return new Verdict(Outcome.APPROVED, 0, List.of());
    }

    /** What is to become of it. */
    public enum Outcome {
        APPROVED,
        HELD,
        REJECTED
    }

    /**
     * One thing that speaks against a text.
     *
     * @param code stable: {@code spam}, {@code profanity}, {@code links}, {@code repetition}, {@code new_account},
     *     {@code watched_word}, {@code learned}, {@code shouting}
     * @param weight from 0 to 1
     * @param detail what was found, for people; never markup
     */
    public record Reason(String code, double weight, String detail) {}
}
