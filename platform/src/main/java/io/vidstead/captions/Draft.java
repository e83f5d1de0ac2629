package io.vidstead.captions;

import java.time.Instant;
import java.util.Optional;

/**
 * Captions that a program is to write.
 *
 * @param language BCP 47; absent: to be found out
 * @param reason why it failed: {@code no_speech}, {@code no_sound}, {@code refused} or {@code unavailable}; else empty
 */
record Draft(Optional<String> language, boolean failed, String reason, Instant updated) {}
