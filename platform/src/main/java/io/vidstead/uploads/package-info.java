/**
 * Brings files in: resumable, over two protocols and one model.
 *
 * <p>Entry class: {@link io.vidstead.uploads.Uploads}. An upload grows as a stage of the object store, whose size is the
 * only truth about how many bytes are durable; the table keeps whose it is, how large it will be and when it expires.
 * {@code ChunkUploadResource} speaks the plain chunk API, {@code TusResource} tus 1.0.0.
 *
 * <p>Invariants: an acknowledged byte is durable; one writer at a time appends to an upload; what a user's files take
 * never exceeds the quota, whatever races; an upload makes at most one video, however often it is finished and wherever a
 * crash strikes; a creation that is sent again with its Idempotency-Key happens once; a file's name is a text to show, never a path. A body passes through a small buffer, whatever its size.
 *
 * <p>Events out: {@code video.uploaded}, by the catalog in the transaction that completes an upload. Events in:
 * {@code video.deleted}, which ends an open upload and gives the quota back.
 *
 * <p>It must not know what is in the files, nor how they are processed beyond handing them over.
 */
@NullMarked
package io.vidstead.uploads;

import org.jspecify.annotations.NullMarked;
