package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.Optional;

/** What the catalog tells the house; the payload is the record as JSON, the key the video's id. */
public sealed interface VideoEvent {

    VideoId videoId();

    default String topic() {
        return switch (this) {
            case Uploaded _ -> Uploaded.TOPIC;
            case Published _ -> Published.TOPIC;
            case Updated _ -> Updated.TOPIC;
            case Deleted _ -> Deleted.TOPIC;
            case OriginalDiscarded _ -> OriginalDiscarded.TOPIC;
            case Finished _ -> Finished.TOPIC;
            case Failed _ -> Failed.TOPIC;
            case Captioned _ -> Captioned.TOPIC;
        };
    }

    /** The original is complete and stored. */
    record Uploaded(VideoId videoId, UserId owner, String originalKey, long size, String sha256) implements VideoEvent {
        public static final String TOPIC = "video.uploaded";
    }

    /** It can be watched, for the first time. */
    record Published(VideoId videoId, UserId owner, String privacy) implements VideoEvent {
        public static final String TOPIC = "video.published";
    }

    /** Its details, privacy, pictures or renditions changed. */
    record Updated(VideoId videoId, UserId owner, String privacy, boolean privacyChanged) implements VideoEvent {
        public static final String TOPIC = "video.updated";
    }

    /** Nobody sees it any more; its objects may go. */
    record Deleted(VideoId videoId, UserId owner, Optional<String> originalKey) implements VideoEvent {
        public static final String TOPIC = "video.deleted";
    }

    /** A file that was sent for the video is not its original any more, or never became it: it no longer counts. */
    record OriginalDiscarded(VideoId videoId, UserId owner, String originalKey) implements VideoEvent {
        public static final String TOPIC = "video.discarded";
    }

    /** It has all its qualities; once more after each later pass. */
    record Finished(VideoId videoId, UserId owner) implements VideoEvent {
        public static final String TOPIC = "video.finished";
    }

    /** Captions came, went or were edited. */
    record Captioned(VideoId videoId) implements VideoEvent {
        public static final String TOPIC = "video.captions";
    }

    /**
     * It will not go on by itself.
     *
     * @param code of {@link VideoState.Failed}
     */
    record Failed(VideoId videoId, UserId owner, String code) implements VideoEvent {
        public static final String TOPIC = "video.failed";
    }
}
