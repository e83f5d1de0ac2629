package io.vidstead.engines.objects;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object that grows by appends until it is committed under a key: the far end of a resumable upload.
 *
 * <p><b>Durability:</b> {@link #size()} counts only bytes that survive a crash of the machine. A crash in the middle of
 * an append leaves a size at or above the last one told, and exactly that many bytes.
 *
 * <p><b>Concurrency:</b> of several appends at one offset exactly one is done; the others get an {@link
 * OffsetConflictException}, at once, with nothing of their source read. Handles of one id share their state.
 *
 * <p><b>Failure:</b> as in {@link ObjectStore}. After {@link StorageFullException} the durable bytes are still there and
 * appending may go on when there is room.
 */
public interface StagedObject {

    String id();

    /** How many bytes are durable; 0 when nothing was appended yet. After a commit still the size of the whole. */
    long size();

    /**
     * Appends what the source gives, up to its end or the limit, and returns the new durable size. The size moves on
     * every few megabytes on the way, so a cut connection costs little. The source stays open; what is beyond the limit
     * is not read.
     *
     * @param offset the present {@link #size()}
     * @throws IOException when the source failed; what came before is durable, ask {@link #size()}
     * @throws OffsetConflictException when the offset is not the present size, or another append is under way
     */
    long append(long offset, InputStream source, long limit) throws IOException;

    /**
     * As {@link #append(long, InputStream, long)}, but keeps all of it or, when the digest is another, the source fails
     * or the process dies, nothing.
     *
     * @throws DigestMismatchException when the bytes have another digest; nothing was kept
     */
    long append(long offset, InputStream source, long limit, ExpectedDigest expected) throws IOException;

    /**
     * SHA-256 of the durable bytes, 64 lower-case hexadecimal digits. Cheap while this process did all the appends, one
     * reading of the stage after a restart.
     */
    String sha256();

    /**
     * Makes the durable bytes an object under the key, in one step and without copying them. May be repeated after a
     * crash or a lost answer: then it finishes what was begun, or returns the object that is there. What remains of the
     * stage is a note of its size; {@link #discard} it when the commit has been remembered elsewhere.
     *
     * @throws StageEndedException when nothing was ever appended and there is no object of that key
     */
    StoredObject commit(ObjectKey key);

    /** Forgets the stage and frees its bytes; an append under way fails soon. Leaves a committed object alone. Idempotent. */
    void discard();
}
