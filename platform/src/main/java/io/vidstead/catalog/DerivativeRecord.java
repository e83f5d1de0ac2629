package io.vidstead.catalog;

/**
 * One stored file that was made of a video beside its renditions.
 *
 * @param number from 0 within its kind
 * @param objectKey where the object store has it; in the folder {@value #FOLDER}
 * @param fileName the last part of its address; never used before, so that its bytes never change
 */
public record DerivativeRecord(Kind kind, int number, String objectKey, String fileName, long sizeBytes) {

    /** Of the object store. */
    public static final String FOLDER = "derived";

    /** What it is for. */
    public enum Kind {
        /** Silent MP4 of three seconds, for cards. */
        PREVIEW,
        /** WebVTT that says where in which sheet the picture of a time is. */
        STORYBOARD,
        /** JPEG of many small pictures. */
        STORYBOARD_SHEET
    }

    public DerivativeRecord {
        RenditionRecord.requireSafe(fileName);
    }
}
