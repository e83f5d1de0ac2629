package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.NewMedia;
import io.vidstead.catalog.Original;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.Replacement;
import io.vidstead.catalog.Replacements;
import io.vidstead.catalog.Video;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StorageFullException;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.probe.ProbeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the new file of a video playable beside the old one, then has it take the old one's place in one transaction. A file
 * that will not do leaves the video as it is.
 */
@ApplicationScoped
class ReplaceJob implements Job {

    private static final Logger LOG = Logger.getLogger(ReplaceJob.class);
    private static final int MAX_STARTS = 8;

    private final Catalog catalog;
    private final Steps steps;
    private final Replacements replacements;
    private final Originals originals;
    private final Scratch scratch;
    private final Toolbox toolbox;
    private final Probed probed;
    private final Quarantine quarantine;
    private final PublishJob publish;
    private final StoredRenditions stored;
    private final LadderPlans plans;
    private final StillsJob stills;
    private final Succession succession;
    private final Transactions transactions;
    private final ObjectStore objects;

    ReplaceJob(
            Catalog catalog,
            Steps steps,
            Replacements replacements,
            Originals originals,
            Scratch scratch,
            Toolbox toolbox,
            Probed probed,
            Quarantine quarantine,
            PublishJob publish,
            StoredRenditions stored,
            LadderPlans plans,
            StillsJob stills,
            Succession succession,
            Transactions transactions,
            ObjectStore objects) {
        this.catalog = catalog;
        this.steps = steps;
        this.replacements = replacements;
        this.originals = originals;
        this.scratch = scratch;
        this.toolbox = toolbox;
        this.probed = probed;
        this.quarantine = quarantine;
        this.publish = publish;
        this.stored = stored;
        this.plans = plans;
        this.stills = stills;
        this.succession = succession;
        this.transactions = transactions;
        this.objects = objects;
    }

    @Override
    public String name() {
        return "replace";
    }

    @Override
    public Lane lane() {
        return Lane.FIRST_ENCODE;
    }

    @Override
    public void run(String key) throws Exception {
        VideoId id = new VideoId(key);
        Optional<Video> video = catalog.find(id);
        Optional<Original> file = arrived(id);
        if (video.isEmpty() || file.isEmpty()) {
            return;
        }
        if (replacements.countStart(id) > MAX_STARTS) {
            refuse(id, file.get(), "too_many_attempts", "Processing the new file was begun often and never ended.");
            return;
        }
        ObjectKey original = new ObjectKey(file.get().objectKey());
        try (Scratch.Folder folder = scratch.folder(id.value())) {
            replace(
                    new Steps.Work(video.get(), original, originals.fetch(original, folder), folder.path()),
                    file.get());
        } catch (MediaException e) {
            switch (e.code()) {
                case MALFORMED_MEDIA ->
                    refuse(
                            id,
                            file.get(),
                            "malformed_media",
                            "The new file is damaged: it could not be decoded. Try to export it again.");
                case STORAGE_FULL -> throw new StorageFullException("no room for working files", e);
                default -> throw e;
            }
        } finally {
            steps.ended(id, () -> replacements.countEnd(id));
        }
    }

    private void replace(Steps.Work work, Original file) throws InterruptedException, IOException {
        StageClock time = new StageClock();
        Optional<String> infected = quarantine.refusal(work);
        if (infected.isPresent()) {
            refuse(work.id(), file, Quarantine.CODE, infected.get());
            return;
        }
        time.lap("scan");
        MediaInfo info;
        switch (probed.probe(work.key(), work.original())) {
            case ProbeResult.Refused refused -> {
                LOG.infof("the new file of video %s is refused: %s", work.id(), refused.code());
                refuse(work.id(), file, refused.code(), refused.detail());
                return;
            }
            case ProbeResult.Accepted accepted -> info = accepted.info();
        }
        time.lap("probe");
        List<RenditionRecord> first = publish.ownStreams(work, info)
                .orElseGet(() -> info.video().isDrawn() ? drawn(work, info) : lowestRung(work, info));
        time.lap("first renditions");
        StillsJob.Pictures pictures = stills.make(work, info, first);
        time.lap("stills");
        succession.take(
                work.id(), file, new NewMedia(PublishJob.facts(info), first, pictures.stills(), pictures.poster()));
        time.lap("commit");
        LOG.debugf("video %s has its new file: %s", work.id(), time);
    }

    private StepProgress progress(Steps.Work work, Cancellation cancellation) {
        return new StepProgress(
                catalog, work.id(), cancellation, (percent, _) -> replacements.setProgress(work.id(), percent));
    }

    private List<RenditionRecord> drawn(Steps.Work work, MediaInfo info) {
        Cancellation cancellation = new Cancellation();
        return toolbox
                .tools()
                .soundPackager()
                .make(work.original(), info, work.folder(), progress(work, cancellation), cancellation)
                .stream()
                .map(rendition -> stored.put(work.id(), rendition))
                .toList();
    }

    /** Nobody waits for its first seconds, as the old file plays: it is made whole. */
    private List<RenditionRecord> lowestRung(Steps.Work work, MediaInfo info) {
        LadderPlan plan = plans.ofNewFile(info);
        Cancellation cancellation = new Cancellation();
        StepProgress progress = progress(work, cancellation);
        return toolbox
                .tools()
                .encoder()
                .encode(
                        work.original(),
                        info,
                        List.of(Ladder.first(plan.rungs())),
                        plan.preset(),
                        true,
                        work.folder(),
                        progress,
                        cancellation)
                .stream()
                .map(rendition -> stored.put(work.id(), rendition))
                .toList();
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        VideoId id = new VideoId(key);
        arrived(id)
                .ifPresent(file -> refuse(
                        id,
                        file,
                        "processing_failed",
                        "Processing the new file failed several times. Try another export of the video."));
    }

    /** Nothing was ever served from the file: it goes at once. */
    private void refuse(VideoId video, Original file, String code, String detail) {
        transactions.run(tx -> replacements.refuse(tx, video, file, new Replacement.State.Refused(code, detail)));
        objects.delete(new ObjectKey(file.objectKey()));
    }

    private Optional<Original> arrived(VideoId video) {
        return replacements.find(video).flatMap(replacement -> switch (replacement.state()) {
            case Replacement.State.Processing(var file) -> Optional.of(file);
            case Replacement.State.Uploading _, Replacement.State.Refused _ -> Optional.empty();
        });
    }
}
