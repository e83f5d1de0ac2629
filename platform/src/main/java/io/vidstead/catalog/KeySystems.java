package io.vidstead.catalog;

import io.vidstead.media.protection.ClearKey;
import io.vidstead.media.protection.KeySystem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The systems that bring keys to players: ClearKey. An adapter of another is added here, and is then in all files and manifests
 * that are written from then on.
 */
@ApplicationScoped
public class KeySystems {

    private final List<KeySystem> all = List.of(new ClearKey());

    public List<KeySystem> all() {
        return all;
    }
}
