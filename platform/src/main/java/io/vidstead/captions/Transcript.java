package io.vidstead.captions;

import java.util.List;
import java.util.Optional;

/**
 * What is said in a video, as one of its captions has it.
 *
 * @param name of the captions, unique in the video
 * @param language BCP 47, where it is known
 * @param automatic whether a program heard it and nobody has read it since
 * @param words in the order of their times
 */
public record Transcript(String name, Optional<String> language, boolean automatic, List<TimedWords> words) {}
