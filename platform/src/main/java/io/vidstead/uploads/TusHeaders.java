package io.vidstead.uploads;

import io.vidstead.engines.objects.ExpectedDigest;
import io.vidstead.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the headers that tus 1.0.0 defines. */
final class TusHeaders {

    private static final int MAX_METADATA = 64 << 10;
    private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private TusHeaders() {}

    /**
     * A count of bytes: Upload-Offset, Upload-Length.
     *
     * @throws Problem when it is absent or no such number
     */
    static long bytes(String name, @Nullable String value) {
        if (value == null
                || value.isEmpty()
                || value.length() > 19
                || !value.chars().allMatch(TusHeaders::digit)) {
            throw Problem.caller("bad_header", name + " must be a number of bytes.");
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw Problem.caller("bad_header", name + " must be a number of bytes.");
        }
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Upload-Metadata: keys with optional values in base64.
     *
     * @throws Problem when it is malformed
     */
    static Map<String, String> metadata(@Nullable String header) {
        var metadata = new LinkedHashMap<String, String>();
        if (header == null || header.isBlank()) {
            return metadata;
        }
        if (header.length() > MAX_METADATA) {
            throw badMetadata();
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts[0].isEmpty() || parts.length > 2) {
                throw badMetadata();
            }
            String value = parts.length == 1 ? "" : decode(parts[1]);
            if (metadata.put(parts[0], value) != null) {
                throw badMetadata();
            }
        }
        return metadata;
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw badMetadata();
        }
    }

    /**
     * Upload-Checksum: an algorithm and a digest in base64.
     *
     * @throws Problem when it is malformed or not known here
     */
    static Optional<ExpectedDigest> checksum(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.strip().split(" ", -1);
        String algorithm = DIGESTS.get(parts[0]);
        if (parts.length != 2 || algorithm == null) {
            throw Problem.caller("bad_checksum", "Upload-Checksum must be sha1 or sha256 and a digest in base64.");
        }
        try {
            return Optional.of(new ExpectedDigest(algorithm, Base64.getDecoder().decode(parts[1])));
        } catch (IllegalArgumentException _) {
            throw Problem.caller("bad_checksum", "The digest in Upload-Checksum is not one of " + parts[0] + ".");
        }
    }

    private static Problem badMetadata() {
        return Problem.caller(
                "bad_metadata", "Upload-Metadata must be keys and values in base64, with commas between.");
    }
}
