package io.vidstead.captions;

/**
 * Something said in a video.
 *
 * @param start,end in seconds
 * @param text plain words on one line, without markup
 */
public record TimedWords(double start, double end, String text) {}
