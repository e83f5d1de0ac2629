package io.vidstead.recommendations;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Reason.Kind;
import java.util.Optional;

/**
 * A video that is recommended.
 *
 * @param score how satisfied the viewer will be, 0 to 1
 */
record Pick(PublicVideo video, Kind why, Optional<VideoId> because, double score) {}
