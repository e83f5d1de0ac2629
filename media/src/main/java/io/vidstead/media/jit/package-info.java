/**
 * Just-in-time packaging: an uploaded MP4, progressive or fragmented, seen as single-file CMAF renditions that nobody ever
 * wrote.
 *
 * <p>The index of the original (its moov, and in fragments every moof) says where every sample lies. From it follow the initialisation segment, the
 * borders of the segments and the exact size of each fragment's header, and so the place of every byte of a file that
 * could have been written; any range of it is made when somebody asks. A video is therefore playable as soon as its
 * index is read, whatever its length, and takes no second place on the disk. The index may be read while the file arrives.
 *
 * <p>Invariants: the same original always gives the same bytes; a file that is not simple enough (edit lists that cut,
 * several sample descriptions, encryption) is declined, never served wrongly. Must not know of manifests.
 */
@NullMarked
package io.vidstead.media.jit;

import org.jspecify.annotations.NullMarked;
