package io.vidstead.playlists;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people send about lists. */
final class PlaylistRequests {

    private PlaylistRequests() {}

    record Creation(
            @NotNull String title,
            @Nullable String description,
            @Nullable String privacy) {}

    /** What is left out stays as it is. */
    record Change(
            @Nullable String title,
            @Nullable String description,
            @Nullable String privacy) {}

    /** @param after the item to stand behind; null for the head of the list */
    record Move(@Nullable ItemId after) {}

    record Join(@NotNull @Size(min = 1, max = 100) String token) {}
}
