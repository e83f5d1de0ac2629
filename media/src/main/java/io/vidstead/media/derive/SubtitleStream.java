package io.vidstead.media.derive;

/**
 * A subtitle stream of a file, of words.
 *
 * @param index stream number within the file
 * @param language ISO 639 code as found in the file, or empty
 * @param title what the file calls it, one line of plain text; may be empty
 * @param preferred whether the file wants it shown
 */
public record SubtitleStream(int index, String language, String title, boolean preferred) {}
