package io.vidstead.media.manifest;

import java.util.Optional;

/**
 * Written words as a manifest lists them: one WebVTT file. URIs are relative to the manifest.
 *
 * @param name unique among the texts
 * @param language BCP 47, where it is known
 * @param label how people choose it
 * @param preferred whether players show it unless told otherwise
 * @param sizeBytes of the file
 */
public record TextTrack(
        String name,
        String fileUri,
        String playlistUri,
        Optional<String> language,
        String label,
        boolean preferred,
        long sizeBytes) {}
