package io.vidstead.captions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Captions that a program is to write.
 *
 * @param language null: to be found out
 * @param state {@code waiting} or {@code failed}
 * @param reason why it failed: {@code no_speech}, {@code no_sound}, {@code refused}, {@code unavailable} or {@code failed}
 */
record DraftPayload(
        @Nullable String language, String state, @Nullable String reason, Instant updatedAt) {

    static DraftPayload of(Draft draft) {
        return new DraftPayload(
                draft.language().orElse(null),
                draft.failed() ? "failed" : "waiting",
                draft.failed() ? draft.reason() : null,
                draft.updated());
    }
}
