/**
 * Brings videos to players: manifests, segments and pictures under {@code /media}.
 *
 * <p>A video's files never change under their names and may be kept for ever; manifests are made from the catalog's
 * renditions and live for seconds while the ladder fills. What only some may fetch is sent under a path that carries
 * a signature, its viewer and an expiry ({@link io.vidstead.playback.SignedPaths}), and under no other. A request's path is only ever
 * looked up among the names that the video has.
 *
 * <p>Events in and out: none. It must not know how renditions were made, nor what counts as a view.
 */
@NullMarked
package io.vidstead.playback;

import org.jspecify.annotations.NullMarked;
