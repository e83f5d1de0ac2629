package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.DerivativeRecord.Kind;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.Derived;
import io.vidstead.catalog.MediaFacts;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.derive.Loudness;
import io.vidstead.media.derive.Storyboard;
import io.vidstead.media.probe.ProbeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes storyboard and preview and measures the loudness of a video whose ladder is full: from its lowest rung and its
 * sound, which costs a tenth of the original. What is there already is not made again; a part that fails does not keep the
 * others from being made.
 */
@ApplicationScoped
class DerivativesJob implements Job {

    private static final Logger LOG = Logger.getLogger(DerivativesJob.class);

    private final Steps steps;
    private final Toolbox toolbox;
    private final Originals originals;
    private final Scratch scratch;
    private final StoredDerivatives stored;
    private final Catalog catalog;
    private final Derivatives derivatives;

    DerivativesJob(
            Steps steps,
            Toolbox toolbox,
            Originals originals,
            Scratch scratch,
            StoredDerivatives stored,
            Catalog catalog,
            Derivatives derivatives) {
        this.steps = steps;
        this.toolbox = toolbox;
        this.originals = originals;
        this.scratch = scratch;
        this.stored = stored;
        this.catalog = catalog;
        this.derivatives = derivatives;
    }

    @Override
    public String name() {
        return "derivatives";
    }

    @Override
    public Lane lane() {
        return Lane.ENCODE;
    }

    @Override
    public void run(String key) throws Exception {
        steps.runAside(new VideoId(key), this::make);
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.warnf("video %s goes without some of its derivatives: %s", key, cause.getMessage());
    }

    private void make(Steps.Work work) throws Exception {
        StageClock time = new StageClock();
        Derived present = derivatives.find(work.id());
        List<RenditionRecord> renditions = catalog.renditions(work.id());
        boolean moves = work.video().facts().filter(facts -> facts.width() > 0).isPresent();
        if (moves
                && (present.file(Kind.STORYBOARD).isEmpty()
                        || present.file(Kind.PREVIEW).isEmpty())) {
            RenditionRecord smallest = smallest(renditions).orElse(null);
            if (smallest == null) {
                probed(work.original(), (file, info) -> pictures(work, present, file, info));
            } else {
                fetched(work, smallest, path -> probed(path, (file, info) -> pictures(work, present, file, info)));
            }
            time.lap("pictures");
        }
        if (present.loudness().isEmpty()) {
            RenditionRecord sound = sound(renditions).orElse(null);
            if (sound != null) {
                fetched(work, sound, file -> loudness(work, file));
            }
            time.lap("loudness");
        }
        LOG.debugf("video %s has its derivatives: %s", work.id(), time);
    }

    private static Optional<RenditionRecord> smallest(List<RenditionRecord> renditions) {
        return renditions.stream()
                .filter(rendition -> rendition.kind() == RenditionRecord.Kind.VIDEO && !rendition.source())
                .filter(rendition -> rendition.codecs().startsWith("avc1"))
                .filter(DerivativesJob::isClearFile)
                .min(Comparator.comparingInt(RenditionRecord::height));
    }

    private static Optional<RenditionRecord> sound(List<RenditionRecord> renditions) {
        return renditions.stream()
                .filter(rendition -> rendition.kind() == RenditionRecord.Kind.AUDIO)
                .filter(DerivativesJob::isClearFile)
                .max(Comparator.comparing(rendition -> rendition.traits().preferred()));
    }

    private static boolean isClearFile(RenditionRecord rendition) {
        return !rendition.justInTime() && rendition.traits().keyId().isEmpty();
    }

    /** A part of the work on one file. */
    private interface Part {
        void work(Path file, MediaInfo info) throws Exception;
    }

    private interface Fetched {
        void work(Path file) throws Exception;
    }

    private void fetched(Steps.Work work, RenditionRecord rendition, Fetched part) throws Exception {
        try (Scratch.Folder folder = scratch.folder(work.id().value())) {
            part.work(originals.fetch(new ObjectKey(rendition.objectKey()), folder));
        }
    }

    private void probed(Path file, Part part) throws Exception {
        if (toolbox.tools().prober().probe(file) instanceof ProbeResult.Accepted(var info)) {
            part.work(file, info);
        }
    }

    private void pictures(Steps.Work work, Derived present, Path file, MediaInfo info) throws Exception {
        VideoId video = work.id();
        if (present.file(Kind.STORYBOARD).isEmpty()) {
            attempt(work, () -> {
                Storyboard board = toolbox.tools().storyboards().make(file, info, work.folder(), new Cancellation());
                List<DerivativeRecord> records = stored.storyboard(video, board, work.folder());
                steps.commit(tx -> derivatives.setFiles(tx, video, work.key().value(), records));
            });
        }
        if (present.file(Kind.PREVIEW).isEmpty()) {
            attempt(work, () -> {
                Path clip = toolbox.tools().previews().make(file, info, work.folder(), new Cancellation());
                DerivativeRecord record = stored.preview(video, clip);
                steps.commit(tx -> derivatives.setFiles(tx, video, work.key().value(), List.of(record)));
            });
        }
    }

    /** @param sound a rendition, so of one stream */
    private void loudness(Steps.Work work, Path sound) throws InterruptedException {
        Duration length = work.video().facts().map(MediaFacts::duration).orElse(Duration.ZERO);
        Optional<Loudness> measured = toolbox.tools().loudness().measure(sound, length, 0, new Cancellation());
        if (measured.isPresent()) {
            steps.commit(tx -> derivatives.setLoudness(tx, work.id(), work.key().value(), measured.get()));
        }
    }

    /** Something that can be left out. */
    private interface Attempt {
        void run() throws Exception;
    }

    private static void attempt(Steps.Work work, Attempt attempt) throws Exception {
        try {
            attempt.run();
        } catch (MediaException e) {
            if (e.code() != MediaException.Code.MALFORMED_MEDIA && e.code() != MediaException.Code.TIMED_OUT) {
                throw e;
            }
            LOG.infof("video %s goes without: %s", work.id(), e.getMessage());
        }
    }
}
