package io.vidstead.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit: what is null or left out stays as it is. An empty category or language takes it away.
 *
 * @param thumbnail index into the page's list of thumbnails
 * @param premium whether only entitled viewers may play it; it is encrypted then and stays so
 */
record VideoChanges(
        @Nullable String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable List<String> tags,
        @Nullable String privacy,
        @Nullable String language,
        @Nullable Integer thumbnail,
        @Nullable Boolean premium) {

    VideoDetails applyTo(VideoDetails details) {
        return details.with(title, description, category, tags, privacy, language);
    }
}
