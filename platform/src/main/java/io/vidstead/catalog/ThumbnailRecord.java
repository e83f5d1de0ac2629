package io.vidstead.catalog;

/**
 * One stored picture of a video.
 *
 * @param number 0–2 for the stills that processing takes, {@value #CUSTOM} for a picture the owner brought
 * @param objectKey where the object store has it
 * @param fileName the last part of its address, with its content's tag: {@code thumb-0-3f2a9c.jpg}; its bytes never change
 * @param placeholder what to show until it has come: a tiny {@code data:} URI or an average colour {@code #rrggbb}
 */
public record ThumbnailRecord(
        int number, String objectKey, String fileName, int width, int height, long sizeBytes, String placeholder) {

    /** The number of the picture that the owner brought. */
    public static final int CUSTOM = 9;
}
