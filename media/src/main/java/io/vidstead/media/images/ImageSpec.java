package io.vidstead.media.images;

/**
 * What a re-encoded picture must be: a JPEG of exactly this size, filled by cropping, or no larger than it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param crop whether the picture is cut to fill the size; otherwise it is fitted inside, never enlarged
 */
public record ImageSpec(int width, int height, boolean crop) {
    public static final ImageSpec AVATAR = new ImageSpec(256, 256, true);
    public static final ImageSpec BANNER = new ImageSpec(2048, 512, true);
    public static final ImageSpec THUMBNAIL = new ImageSpec(1280, 720, false);
}
