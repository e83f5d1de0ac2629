package io.vidstead.catalog;

import io.vidstead.catalog.ViewerStates.ViewerState;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.Chapter;
import io.vidstead.media.derive.Loudness;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video's page.
 *
 * @param duration whole seconds
 * @param status {@code ready} as soon as it can be watched; {@code stage} goes on while the ladder fills
 * @param width,height,fps,codec,bitrate of the original; 0 and empty until it was probed
 * @param resolution {@code 1920x1080}, empty until it was probed and for sound alone
 * @param thumbnails to choose from by index
 * @param premium whether only some may play it
 * @param entitled whether the caller may
 * @param storyboardUrl WebVTT that names the pictures of the scrub bar
 * @param chaptersUrl the chapters as WebVTT
 * @param dislikeCount null where the channel keeps it to itself
 * @param reaction the caller's own: {@code like} or {@code dislike}
 * @param subscription the level of the caller's bell; null when the caller does not subscribe to the channel
 */
record VideoPayload(
        VideoId videoId,
        String title,
        String description,
        Author user,
        long duration,
        long viewCount,
        long likeCount,
        @Nullable Long dislikeCount,
        long commentCount,
        long shareCount,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        @Nullable String category,
        List<String> tags,
        @Nullable String language,
        String privacy,
        String status,
        String stage,
        int progress,
        @Nullable Failure error,
        int width,
        int height,
        double fps,
        String codec,
        long bitrate,
        long fileSize,
        String resolution,
        Urls videoUrls,
        @Nullable String thumbnailUrl,
        @Nullable String previewUrl,
        @Nullable String thumbnailPlaceholder,
        List<String> thumbnails,
        List<Quality> renditions,
        boolean premium,
        boolean entitled,
        @Nullable String storyboardUrl,
        @Nullable String chaptersUrl,
        List<ChapterPayload> chapters,
        List<Captions> captions,
        @Nullable Level loudness,
        boolean isOwner,
        @Nullable Integer watchPosition,
        @Nullable String reaction,
        long subscriberCount,
        @Nullable String subscription) {

    /**
     * The same page for a signed-in viewer.
     *
     * @param dislikes what the viewer may know of them
     */
    VideoPayload seenBy(boolean owner, @Nullable Long dislikes, @Nullable Integer position, ViewerState viewer) {
        return new VideoPayload(
                videoId,
                title,
                description,
                user,
                duration,
                viewCount,
                likeCount,
                dislikes,
                commentCount,
                shareCount,
                createdAt,
                publishedAt,
                updatedAt,
                category,
                tags,
                language,
                privacy,
                status,
                stage,
                progress,
                error,
                width,
                height,
                fps,
                codec,
                bitrate,
                fileSize,
                resolution,
                videoUrls,
                thumbnailUrl,
                previewUrl,
                thumbnailPlaceholder,
                thumbnails,
                renditions,
                premium,
                entitled,
                storyboardUrl,
                chaptersUrl,
                chapters,
                captions,
                loudness,
                owner,
                position,
                viewer.reaction(),
                subscriberCount,
                viewer.subscription());
    }

    /**
     * Where the manifests are, root-relative.
     *
     * @param license where players ask for the key, in the form of W3C ClearKey; null for clear videos
     */
    record Urls(String hls, String dash, @Nullable String license) {}

    /** Why it does not go on. */
    record Failure(String code, String detail) {
        static @Nullable Failure of(VideoState state) {
            return state instanceof VideoState.Failed failed ? new Failure(failed.code(), failed.detail()) : null;
        }
    }

    /** A quality that a player may choose. */
    record Quality(String name, int width, int height, double fps, long bandwidth, String codecs) {
        static Quality of(RenditionRecord r) {
            return new Quality(r.name(), r.width(), r.height(), r.fps(), r.peakBandwidthBps(), r.codecs());
        }
    }

    /** A part with a name; {@code start} in seconds. */
    record ChapterPayload(double start, String title) {
        static ChapterPayload of(Chapter chapter) {
            return new ChapterPayload(chapter.start().toMillis() / 1000.0, chapter.title());
        }
    }

    /**
     * Words to show over the video: a WebVTT file.
     *
     * @param name by which {@code /captions/{name}} has them
     * @param automatic whether a program heard them and nobody has read them since
     */
    record Captions(String name, @Nullable String language, String label, boolean automatic, String url) {
        static Captions of(CaptionTrack track, String folder) {
            return new Captions(
                    track.name(),
                    track.language().orElse(null),
                    track.label(),
                    track.origin() == CaptionTrack.Origin.AUTOMATIC,
                    folder + track.fileName());
        }
    }

    /** How loud the sound is by EBU R 128, and what a player is to add, which is never above 0. */
    record Level(double integratedLufs, double truePeakDb, double gainDb) {
        static Level of(Loudness loudness) {
            return new Level(loudness.integratedLufs(), loudness.truePeakDb(), loudness.gainDb());
        }
    }
}
