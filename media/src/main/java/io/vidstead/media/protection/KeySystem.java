package io.vidstead.media.protection;

import io.vidstead.media.manifest.KeySystemEntry;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * A system that brings keys to players: ClearKey, or the adapter of another. One for Widevine or FairPlay says here what its
 * licence server wants to find in files and manifests, and gives that server the keys; players and encryption stay the same.
 */
public interface KeySystem {

    /** The {@code pssh} box for initialisation segments (ISO/IEC 23001-7, 8.1); absent where the system has none. */
    Optional<ByteBuffer> pssh(UUID keyId);

    /**
     * What manifests say.
     *
     * @param licenseUri where players of this video ask for its key
     */
    KeySystemEntry entry(UUID keyId, String licenseUri);
}
