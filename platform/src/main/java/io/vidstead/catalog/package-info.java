/**
 * What there is to watch: the videos, their details, state, renditions, thumbnails and counts.
 *
 * <p>Entry classes: {@link io.vidstead.catalog.Catalog}, for lists {@link io.vidstead.catalog.VideoCards}, and for what goes along with a video,
 * {@link io.vidstead.catalog.Derivatives} and {@link io.vidstead.catalog.CaptionTracks}. A video exists from the first request of its upload on; its
 * {@link io.vidstead.catalog.VideoState} moves along legal transitions only, and once it was playable it stays so until
 * it is deleted. Deleting is soft: the row stays, nobody sees it any more.
 *
 * <p>Events out (through the outbox, in the transaction of the change; key = video id): {@code video.uploaded},
 * {@code video.published}, {@code video.updated}, {@code video.deleted}, {@code video.finished}, {@code video.failed},
 * {@code video.captions}, see {@link io.vidstead.catalog.VideoEvent}.
 * Events in: none; counts are brought by the features which count.
 *
 * <p>Of premium videos it keeps who may play them ({@link io.vidstead.catalog.Entitlements}) and their keys
 * ({@link io.vidstead.catalog.ContentKeys}).
 *
 * <p>It must not know how bytes arrive, how they are encoded, how they are sent to a player, nor what counts as a view.
 * What it needs of others for its answers it asks through {@link io.vidstead.catalog.PlaybackLinks},
 * {@link io.vidstead.catalog.WatchPositions} and {@link io.vidstead.catalog.ViewerStates}.
 */
@NullMarked
package io.vidstead.catalog;

import org.jspecify.annotations.NullMarked;
