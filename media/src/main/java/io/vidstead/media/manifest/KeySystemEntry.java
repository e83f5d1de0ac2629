package io.vidstead.media.manifest;

import java.util.Optional;
import java.util.UUID;

/**
 * What manifests say of one system that brings keys to players.
 *
 * @param hlsKeyFormat EXT-X-KEY's KEYFORMAT
 * @param hlsKeyUri EXT-X-KEY's URI
 * @param dashScheme the id in {@code urn:uuid:} of a ContentProtection element
 * @param pssh a whole {@code pssh} box in Base64, where the system has one
 * @param licenseUri where ClearKey players ask for keys
 */
public record KeySystemEntry(
        String hlsKeyFormat, String hlsKeyUri, UUID dashScheme, Optional<String> pssh, Optional<String> licenseUri) {}
