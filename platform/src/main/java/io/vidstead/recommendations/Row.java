package io.vidstead.recommendations;

import io.vidstead.catalog.Category;
import io.vidstead.kernel.VideoId;
import java.util.List;
import java.util.Optional;

/**
 * A row of the home page.
 *
 * @param because the video that a row {@link Kind#BECAUSE} follows from
 * @param category of {@link Kind#CATEGORY}
 */
record Row(Kind kind, Optional<VideoId> because, Optional<Category> category, List<Pick> picks) {

    /** Why its videos stand together. */
    enum Kind {
        CONTINUE,
        SUBSCRIPTIONS,
        FOR_YOU,
        BECAUSE,
        CATEGORY,
        POPULAR,
        FRESH
    }
}
