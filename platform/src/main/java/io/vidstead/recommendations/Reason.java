package io.vidstead.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vidstead.catalog.Author;
import io.vidstead.kernel.VideoId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why something is recommended, as an answer tells it.
 *
 * @param kind stable, see {@link Kind}
 * @param video,title what was watched or liked; of {@code watched}, {@code liked} and {@code similar}
 * @param channel of {@code subscription} and {@code channel}
 * @param category of {@code category}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reason(
        String kind,
        @Nullable VideoId video,
        @Nullable String title,
        @Nullable Author channel,
        @Nullable String category) {

    /** Why, before it is put into words. Of several the first one here is told. */
    enum Kind {
        /** Who liked that video, which the viewer liked, likes this one. */
        LIKED,
        /** Who watched that video, which the viewer watched, watches this one. */
        WATCHED,
        /** Of a channel that the viewer follows. */
        SUBSCRIPTION,
        /** Of the channel whose video is being watched. */
        CHANNEL,
        /** Speaks of the same as that video. */
        SIMILAR,
        /** Of a category that the viewer picked or often watches. */
        CATEGORY,
        /** Others watch it much. */
        POPULAR,
        /** It is new. */
        FRESH,
        /** Nobody knows yet whether it is good: an offer to find out. */
        EXPLORE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
