package io.vidstead.captions;

import java.util.Optional;

/**
 * Something said in a video.
 *
 * @param start,end in seconds
 * @param text plain words, without markup
 * @param language BCP 47, where it is known
 * @param automatic whether a program heard it and nobody has read it since
 */
public record TimedWords(double start, double end, String text, Optional<String> language, boolean automatic) {}
