package io.vidstead.media.manifest;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * How a track is encrypted, always by the scheme {@code cbcs} (ISO/IEC 23001-7, 10.4), and who has its key.
 *
 * @param systems in order of preference
 */
public record Protection(UUID keyId, List<KeySystemEntry> systems) {
    public Protection {
        systems = List.copyOf(systems);
    }

    /** The key's id without dashes. */
    String keyIdHex() {
        return HexFormat.of().toHexDigits(keyId.getMostSignificantBits())
                + HexFormat.of().toHexDigits(keyId.getLeastSignificantBits());
    }
}
