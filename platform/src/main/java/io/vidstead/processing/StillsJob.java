package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.ThumbnailRecord;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.images.Still;
import io.vidstead.media.images.StillSet;
import io.vidstead.media.probe.ProbeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes the pictures that stand for a video. A video without them plays all the same. */
@ApplicationScoped
class StillsJob implements Job {

    private static final Logger LOG = Logger.getLogger(StillsJob.class);

    private final Steps steps;
    private final Toolbox toolbox;
    private final Originals originals;
    private final Scratch scratch;
    private final StoredRenditions stored;
    private final Catalog catalog;

    StillsJob(
            Steps steps,
            Toolbox toolbox,
            Originals originals,
            Scratch scratch,
            StoredRenditions stored,
            Catalog catalog) {
        this.originals = originals;
        this.scratch = scratch;
        this.steps = steps;
        this.toolbox = toolbox;
        this.stored = stored;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "stills";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public void run(String key) throws Exception {
        steps.run(new VideoId(key), work -> {
            MediaInfo info = steps.probe(work).orElse(null);
            if (info != null) {
                take(work, info);
            }
        });
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.warnf("video %s goes without pictures: %s", key, cause.getMessage());
    }

    /** Takes and names the pictures unless that was done. */
    void take(Steps.Work work, MediaInfo info) throws InterruptedException {
        VideoId video = work.id();
        if (catalog.thumbnails(video).stream().anyMatch(picture -> picture.number() != ThumbnailRecord.CUSTOM)) {
            return;
        }
        StageClock time = new StageClock();
        Pictures pictures = make(work, info, catalog.renditions(video));
        steps.commit(tx -> catalog.setThumbnails(tx, video, pictures.stills(), pictures.poster()));
        time.lap("stills");
        LOG.debugf("video %s has pictures: %s", video, time);
    }

    /**
     * Stored, but not yet named.
     *
     * @param poster the number of the best one
     */
    record Pictures(List<ThumbnailRecord> stills, int poster) {}

    /** @param renditions those of the same file */
    Pictures make(Steps.Work work, MediaInfo info, List<RenditionRecord> renditions) {
        StillSet stills =
                info.video().isDrawn() ? ofDrawing(work, renditions) : take(work.original(), info, work.folder());
        List<ThumbnailRecord> records = new ArrayList<>();
        for (Still still : stills.thumbnails()) {
            records.add(stored.put(work.id(), records.size(), still));
        }
        return new Pictures(records, stills.poster());
    }

    /** The picture of a file of sound is in its rendition only. */
    private StillSet ofDrawing(Steps.Work work, List<RenditionRecord> renditions) {
        RenditionRecord drawing = renditions.stream()
                .filter(rendition -> rendition.kind() == RenditionRecord.Kind.VIDEO)
                .findFirst()
                .orElseThrow();
        try (Scratch.Folder folder = scratch.folder(work.id().value())) {
            Path file = originals.fetch(new ObjectKey(drawing.objectKey()), folder);
            return switch (toolbox.tools().prober().probe(file)) {
                case ProbeResult.Accepted(var info) -> take(file, info, work.folder());
                case ProbeResult.Refused refused -> throw new IllegalStateException(refused.code());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StillSet take(Path file, MediaInfo info, Path folder) {
        return toolbox.tools().stills().take(file, info, folder, new Cancellation());
    }
}
