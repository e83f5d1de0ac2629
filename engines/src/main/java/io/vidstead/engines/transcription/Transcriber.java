package io.vidstead.engines.transcription;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down what is said.
 *
 * <p><b>Order:</b> utterances come in the order of their beginnings; none begins before the sound does or ends long after
 * it, and none is empty. <b>Idempotence:</b> nothing is kept; asked again, the words may differ. <b>Failure:</b> sound that cannot be
 * read is {@link RefusedSoundException}, and trying it again is in vain; everything else is {@link
 * TranscriberUnavailableException}. <b>Cost:</b> of the order of the sound's length, by processor or by fee. <b>Threads:</b>
 * any; the calling one is busy until the end, and an interrupt ends it soon.
 */
public interface Transcriber {

    /** What it can do. Answers without asking anybody. */
    Ability ability();

    /**
     * @param sound a WAV file of 16 bits, one channel, {@value WavSound#RATE} Hz
     * @param language BCP 47; absent: to be found out, where the engine can
     * @throws IOException when the file cannot be read
     */
    Transcript transcribe(Path sound, Optional<String> language) throws IOException;

    /** What an engine can do. */
    sealed interface Ability {

        /**
         * @param model stored with what it made
         * @param languages it knows, as the first parts of BCP 47 tags; empty: those of its service
         * @param local whether it needs this machine's processor for long
         */
        record Ready(String model, Set<String> languages, boolean local) implements Ability {

            /** Whether it can be asked for this language. */
            public boolean knows(String language) {
                return languages.isEmpty() || languages.contains(language.split("-", 2)[0]);
            }
        }

        /** @param why and what to do about it, for people */
        record Absent(String why) implements Ability {}
    }

    /**
     * What was said.
     *
     * @param utterances none where nobody speaks
     * @param language BCP 47, where it is known
     * @param model what heard it
     */
    record Transcript(List<Utterance> utterances, Optional<String> language, String model) {
        public Transcript {
            utterances = List.copyOf(utterances);
        }
    }

    /**
     * A few words.
     *
     * @param from,to from the beginning of the sound
     */
    record Utterance(Duration from, Duration to, String text) {

        public Utterance {
            if (from.isNegative() || to.compareTo(from) <= 0 || text.isBlank()) {
                throw new IllegalArgumentException("no utterance: " + from + " to " + to);
            }
        }

        Utterance later(Duration by) {
            return new Utterance(from.plus(by), to.plus(by), text);
        }
    }
}
