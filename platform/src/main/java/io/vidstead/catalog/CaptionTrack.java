package io.vidstead.catalog;

import java.util.Optional;

/**
 * Written words of a video in one language: one stored WebVTT file, already freed of what does not belong into one.
 *
 * @param name unique in the video and fit for a web address: {@code en}, {@code de-2}
 * @param language BCP 47, where it is known
 * @param label how people choose it: {@code English}, {@code Deutsch (Kommentar)}
 * @param preferred whether players show it unless told otherwise
 * @param objectKey where the object store has it; in the folder {@value #FOLDER}
 * @param fileName the last part of its address, with its content's tag: {@code en-3f2a9c.vtt}; its bytes never change
 */
public record CaptionTrack(
        String name,
        Optional<String> language,
        String label,
        boolean preferred,
        String objectKey,
        String fileName,
        long sizeBytes) {

    /** Of the object store. */
    public static final String FOLDER = "captions";

    public CaptionTrack {
        RenditionRecord.requireSafe(name);
        RenditionRecord.requireSafe(fileName);
    }
}
