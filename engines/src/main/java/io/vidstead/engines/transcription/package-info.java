/**
 * Writing down what is said: speech in, words with their times out.
 *
 * <p>Engines: a service that speaks OpenAI's API ({@code /v1/audio/transcriptions}), and pocketsphinx on this machine, which
 * hears English only and not well; its results are drafts. Where there is neither, {@link
 * io.vidstead.engines.transcription.NoTranscriber} says why. The package knows nothing of videos or captions; how a program is
 * run and confined is handed in.
 */
@NullMarked
package io.vidstead.engines.transcription;

import org.jspecify.annotations.NullMarked;
