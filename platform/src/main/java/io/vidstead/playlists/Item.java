package io.vidstead.playlists;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;

/**
 * A video in a list.
 *
 * @param sortKey where it stands in the order it was read in
 */
record Item(ItemId id, VideoId video, UserId addedBy, Instant added, long sortKey) {}
