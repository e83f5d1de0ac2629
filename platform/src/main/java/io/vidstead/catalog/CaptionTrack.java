package io.vidstead.catalog;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Written words of a video in one language: one stored WebVTT file, already freed of what does not belong into one.
 *
 * @param name unique in the video and fit for a web address: {@code en}, {@code de-2}
 * @param language BCP 47, where it is known
 * @param label how people choose it: {@code English}, {@code Deutsch (Kommentar)}
 * @param preferred whether players show it unless told otherwise
 * @param stored the file
 * @param origin who wrote it
 * @param model of what was heard automatically: what heard it; absent for all else
 * @param updated when this file was made
 */
public record CaptionTrack(
        String name,
        Optional<String> language,
        String label,
        boolean preferred,
        StoredWords stored,
        Origin origin,
        Optional<String> model,
        Instant updated) {

    /** Of the object store. */
    public static final String FOLDER = "captions";

    public CaptionTrack {
        RenditionRecord.requireSafe(name);
        if ((origin == Origin.AUTOMATIC) != model.isPresent()) {
            throw new IllegalArgumentException("a model, and only a model, makes captions automatic");
        }
    }

    /**
     * A file of words.
     *
     * @param objectKey where the object store has it; in the folder {@value #FOLDER}
     * @param fileName the last part of its address, with a tag that no other has: {@code en-3f2a9c.vtt}; its bytes never change
     */
    public record StoredWords(String objectKey, String fileName, long sizeBytes) {
        public StoredWords {
            RenditionRecord.requireSafe(fileName);
        }
    }

    /** Who wrote captions. */
    public enum Origin {
        /** They came with the video's file. */
        FILE,
        /** The owner brought or edited them. */
        OWNER,
        /** A program heard them. */
        AUTOMATIC;

        /** The name in the API and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Origin of(String code) {
            return Arrays.stream(values())
                    .filter(origin -> origin.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public String objectKey() {
        return stored.objectKey();
    }

    public String fileName() {
        return stored.fileName();
    }
}
