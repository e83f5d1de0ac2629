/**
 * Turns originals into what players play: looks into the file, makes it playable at once, then fills the ladder.
 *
 * <p>Entry class: {@link io.vidstead.processing.Processing}. Steps of a video, each a durable job:
 *
 * <ol>
 *   <li>{@code Arrivals}, while the original arrives: what begins with its index is looked into; with its last byte it is
 *       published in the transaction that stores it, and {@code PublishJob} has nothing to do.
 *   <li>{@code PublishJob}: probe; an H.264 file is published as it is, just in time or by stream copy. Any other goes to
 *   <li>{@code FirstRungJob}: encodes its lowest useful rendition, published from its first segment on and listed as it grows.
 *   <li>{@code StillsJob}: poster and thumbnails, as soon as the video plays.
 *   <li>{@code WordsJob}: chapters and subtitles of the file, as soon as the video plays.
 *   <li>{@code LadderJob}: plans what is missing and queues it in {@linkplain io.vidstead.processing.pieces pieces}: a short video
 *       as one, made in one decode, a long one in chunks and its sound.
 *   <li>{@code PieceSteps}: what a worker, here or elsewhere, does with a piece that it has leased.
 *   <li>{@code JoinJob}: with the last piece; joins chunks and names all rungs. Then the copied source leaves the manifests where
 *       a rung replaces it.
 *   <li>{@code FinishJob}: makes up for what is still missing; the video is done.
 *   <li>{@code DerivativesJob}: storyboard, preview and loudness, from the ladder's lowest rung and sound.
 *   <li>{@code TidyJob}: hours later, files that nothing names any more go.
 * </ol>
 *
 * <p>Invariants: a step may die anywhere and be done again; files get names that were never used before and are named by
 * the catalog only once they are whole and stored, in the transaction that moves the video on; so there is one publication
 * and never half a one. A step that fails for good leaves a reason that the uploader can act on. Working files live in
 * the scratch folder, which is emptied at every start.
 *
 * <p>Events out: {@code video.published}, {@code video.updated}, by the catalog. Events in: {@code video.deleted}, upon
 * which everything stored of the video goes.
 *
 * <p>It must not know how bytes arrived nor how they are served.
 */
@NullMarked
package io.vidstead.processing;

import org.jspecify.annotations.NullMarked;
