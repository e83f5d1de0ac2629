package io.vidstead.uploads;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;

/**
 * A file on its way in.
 *
 * @param declaredSize how many bytes there will be
 * @param received how many are durable
 * @param replaces whether its video has a file already, which plays until this one does
 * @param selfCompleting whether the last byte completes it, without a further request
 */
public record Upload(
        UploadId id,
        VideoId videoId,
        UserId owner,
        long declaredSize,
        long received,
        boolean selfCompleting,
        boolean replaces,
        State state,
        Instant expires) {

    /** Where an upload stands. */
    public enum State {
        /** Takes bytes. */
        OPEN,
        /** Is a video's original. */
        COMPLETED,
        /** Was ended by its owner, by its expiry or by the deletion of its video. */
        ABORTED
    }

    public boolean whole() {
        return received == declaredSize;
    }

    Upload withReceived(long size) {
        return new Upload(id, videoId, owner, declaredSize, size, selfCompleting, replaces, state, expires);
    }
}
