package io.vidstead.recommendations;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Reason.Kind;
import java.util.Optional;

/**
 * A video that may be recommended.
 *
 * @param why of the reasons found the strongest
 * @param because what was watched or liked, where that is the reason
 * @param collaborative how much the trained neighbours speak for it, 0 to 1
 * @param similar how like it is by its words to the most like of what the viewer liked, 0 to 1
 */
record Candidate(PublicVideo video, Kind why, Optional<VideoId> because, double collaborative, double similar) {}
