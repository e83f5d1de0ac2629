package io.vidstead.playback;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.media.manifest.Protection;
import io.vidstead.media.protection.KeySystem;
import java.util.List;
import java.util.Optional;

/**
 * What a video's manifests say of its key.
 *
 * @param licenseUri where players ask for it
 */
record Protections(List<KeySystem> systems, String licenseUri) {

    /** Absent for a clear rendition. */
    Optional<Protection> of(RenditionRecord rendition) {
        return rendition
                .traits()
                .keyId()
                .map(key -> new Protection(
                        key,
                        systems.stream()
                                .map(system -> system.entry(key, licenseUri))
                                .toList()));
    }
}
