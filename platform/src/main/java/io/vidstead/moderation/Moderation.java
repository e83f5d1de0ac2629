package io.vidstead.moderation;

import io.hypersistence.tsid.TSID;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.moderation.Verdict.Outcome;
import io.vidstead.moderation.Verdict.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Judges what somebody writes on a channel, and learns from what its owner decides. */
@ApplicationScoped
public class Moderation {

    public static final int MAX_WORDS = 200;
    public static final int MAX_WORD = 50;
    private static final Duration NEW = Duration.ofDays(1);
    /** Being new is no fault: it only makes another one heavier. */
    private static final double NEW_WEIGHT = 0.2;

    private final Transactions transactions;
    private final WordStore words;
    private final Learned learned;
    private final Repetition repetition;
    private final Settings.Comments settings;
    private final Clock clock;

    Moderation(
            Transactions transactions,
            WordStore words,
            Learned learned,
            Repetition repetition,
            Settings.Comments settings,
            Clock clock) {
        this.transactions = transactions;
        this.words = words;
        this.learned = learned;
        this.repetition = repetition;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is to become of a text. Two statements; linear in the text's length.
     *
     * @param again whether the author only changed what was judged before, which is no repetition
     */
    public Verdict judge(UserId channel, UserId author, String text, boolean again) {
        List<Reason> reasons = new ArrayList<>(Rules.judge(text));
        if (!again) {
            repetition.say(author, text).ifPresent(reasons::add);
        }
        boolean watched = transactions.read(handle -> {
            learned.judge(handle, channel, text).ifPresent(reasons::add);
            Optional<Reason> word = watchedWord(handle, channel, text);
            word.ifPresent(reasons::add);
            return word.isPresent();
        });
        if (!reasons.isEmpty() && isNew(author)) {
            reasons.add(new Reason("new_account", NEW_WEIGHT, "younger than a day"));
        }
        reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
        double harmless =
                reasons.stream().mapToDouble(reason -> 1 - reason.weight()).reduce(1, (a, b) -> a * b);
        double score = 1 - harmless;
        return new Verdict(outcome(score, watched), score, reasons);
    }

    /** The owner kept or rejected a text that was shown to them. */
    public void learn(Handle tx, UserId channel, String text, boolean kept) {
        learned.learn(tx, channel, text, kept);
    }

    public List<String> watchedWords(UserId channel) {
        return transactions.read(handle -> words.watched(handle, channel));
    }

    /**
     * Sets all of a channel's watched words; letter case and signs between words do not matter.
     *
     * @throws Problem caller
     */
    public void watch(Handle tx, UserId channel, List<String> wanted) {
        Set<String> plain = new TreeSet<>();
        for (String word : wanted) {
            String one = Words.plain(Objects.requireNonNullElse(word, ""));
            if (one.isEmpty() || one.length() > MAX_WORD) {
                throw Problem.caller("bad_watched_word", "A watched word has 1 to " + MAX_WORD + " letters or digits.");
            }
            plain.add(one);
        }
        if (plain.size() > MAX_WORDS) {
            throw Problem.caller("too_many_watched_words", "At most " + MAX_WORDS + " words can be watched.");
        }
        words.watch(tx, channel, plain);
    }

    private Optional<Reason> watchedWord(Handle handle, UserId channel, String text) {
        return words.watched(handle, channel).stream()
                .filter(word -> Rules.has(text, word))
                .findFirst()
                .map(word -> new Reason("watched_word", 0.5, word));
    }

    /** User ids are made when accounts are. */
    private boolean isNew(UserId author) {
        return TSID.from(author.value()).getInstant().isAfter(clock.instant().minus(NEW));
    }

    private Outcome outcome(double score, boolean watched) {
        if (score >= settings.rejectAt()) {
            return Outcome.REJECTED;
        }
        return watched || score >= settings.holdAt() ? Outcome.HELD : Outcome.APPROVED;
    }
}
