package io.vidstead.uploads;

import io.vidstead.kernel.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name that a client gives to a request, so that sending it again does nothing more. */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    /** @throws Problem caller, when the header is there and is no key */
    static Optional<IdempotencyKey> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!VISIBLE.matcher(header).matches()) {
            throw Problem.caller(
                    "bad_idempotency_key", HEADER + " must have 1 to 255 visible ASCII characters without spaces.");
        }
        return Optional.of(new IdempotencyKey(header));
    }
}
