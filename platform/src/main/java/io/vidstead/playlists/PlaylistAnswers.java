package io.vidstead.playlists;

import io.vidstead.catalog.Author;
import io.vidstead.catalog.VideoCard;
import io.vidstead.engagement.Reactions.Liked;
import io.vidstead.kernel.Pagination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests about lists are answered. */
final class PlaylistAnswers {

    private PlaylistAnswers() {}

    /**
     * A list.
     *
     * @param kind {@code own}, {@code watch_later} or {@code liked}; the last two have no title
     * @param access of the caller: {@code owner}, {@code collaborator} or {@code viewer}
     * @param thumbnailUrl of its first video, if the caller may see that
     * @param firstVideoId where playing all begins; null when that may not be seen
     * @param containsVideo whether the video that was asked for is in it; null when none was
     */
    record Shown(
            String playlistId,
            String kind,
            String title,
            String description,
            String privacy,
            int videoCount,
            Author user,
            String access,
            @Nullable String firstVideoId,
            @Nullable String thumbnailUrl,
            @Nullable String thumbnailPlaceholder,
            @Nullable Boolean containsVideo,
            Instant createdAt,
            Instant updatedAt) {}

    record Lists(List<Shown> playlists, Pagination pagination) {}

    /**
     * A video in a list.
     *
     * @param video null when the caller may not see it, or nobody may any more
     */
    record Entry(String itemId, boolean available, @Nullable VideoCard video, Instant addedAt) {

        static Entry of(Item item, Optional<VideoCard> card) {
            return new Entry(item.id().toString(), card.isPresent(), card.orElse(null), item.added());
        }

        /** Its viewer likes the video, so they know its id. */
        static Entry of(Liked liked, Optional<VideoCard> card) {
            return new Entry(liked.videoId().value(), card.isPresent(), card.orElse(null), liked.since());
        }
    }

    record Videos(List<Entry> videos, Pagination pagination) {}

    /** @param added false when the video was in the list before */
    record Put(ItemId itemId, boolean added, int videoCount) {}

    /** @param token lets who has it join; null when nobody may */
    record Invitation(@Nullable String token) {}

    record Person(Author user, Instant joinedAt) {}

    record People(List<Person> collaborators) {}
}
