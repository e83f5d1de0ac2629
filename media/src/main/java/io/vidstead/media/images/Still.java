package io.vidstead.media.images;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A picture taken from a video.
 *
 * @param file JPEG
 * @param at where in the video
 * @param colour average colour as {@code #rrggbb}, to show while the picture loads
 * @param score how good a poster it makes; higher is better, comparable within a video
 */
public record Still(Path file, int width, int height, Duration at, String colour, double score) {}
