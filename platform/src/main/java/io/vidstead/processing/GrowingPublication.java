package io.vidstead.processing;

import io.vidstead.catalog.GrowingRendition;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Progress;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import io.vidstead.media.encode.FirstRungEncoder;
import io.vidstead.media.encode.FirstRungEncoder.GrowingTrack;
import io.vidstead.media.encode.Rendition;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Publishes renditions while one encode writes them: what is complete is stored, then listed. Whatever fails here is tried again
 * with the next segments; the finished files depend on none of it.
 */
final class GrowingPublication implements FirstRungEncoder.Follower {

    private static final Logger LOG = Logger.getLogger(GrowingPublication.class);

    /** How often more is listed; players ask every few seconds. */
    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final VideoId video;
    private final String run;
    private final GrowingRenditions renditions;
    private final Progress.Listener progress;
    private final Map<String, Growth> growths = new HashMap<>();
    private boolean listed;
    private long listedAt;

    /** @param run tells this encode's files from those of one that was cut off */
    GrowingPublication(VideoId video, String run, GrowingRenditions renditions, Progress.Listener progress) {
        this.video = video;
        this.run = run;
        this.renditions = renditions;
        this.progress = progress;
    }

    /** What of a track is stored. */
    private static final class Growth {
        private final String fileName;
        private int segments;
        private long firstOffset;

        Growth(String fileName) {
            this.fileName = fileName;
        }
    }

    @Override
    public void grown(List<GrowingTrack> tracks, Progress now) {
        progress.progressed(now);
        if (listed && System.nanoTime() - listedAt < INTERVAL_NANOS) {
            return;
        }
        try {
            List<GrowingRendition> parts =
                    tracks.stream().map(this::store).flatMap(Optional::stream).toList();
            if (parts.size() == tracks.size()) {
                renditions.list(video, parts, !listed);
                listed = true;
                listedAt = System.nanoTime();
            }
        } catch (RuntimeException e) {
            LOG.warnf("what is encoded of video %s is not listed yet: %s", video, e.getMessage());
        }
    }

    private Optional<GrowingRendition> store(GrowingTrack track) {
        track.file().poll();
        return track.file().index().map(index -> {
            Growth growth = growths.computeIfAbsent(track.name(), name -> new Growth(renditions.fileName(name)));
            store(track, growth, index.segments());
            return new GrowingRendition(kind(index), track.name(), growth.fileName, run, index.toJson());
        });
    }

    private void store(GrowingTrack track, Growth growth, List<Segment> segments) {
        if (growth.segments == 0) {
            renditions.store(video, growth.fileName, 0, track.file().header());
            growth.firstOffset = segments.getFirst().offset();
        }
        for (Segment segment : segments.subList(growth.segments, segments.size())) {
            renditions.store(
                    video, growth.fileName, segment.offset(), track.file().read(segment));
            growth.segments++;
        }
    }

    private static RenditionRecord.Kind kind(CmafIndex index) {
        return index.kind() == TrackKind.VIDEO ? RenditionRecord.Kind.VIDEO : RenditionRecord.Kind.AUDIO;
    }

    /** The name under which the finished file goes on where the growing one ends. */
    String fileName(Rendition finished) {
        Growth growth = growths.get(finished.name());
        if (growth != null
                && growth.firstOffset == finished.index().segments().getFirst().offset()) {
            return growth.fileName;
        }
        return renditions.fileName(finished.name());
    }
}
