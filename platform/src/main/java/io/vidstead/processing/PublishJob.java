package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.MediaFacts;
import io.vidstead.catalog.OriginalOpened;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Jobs;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.jit.JitSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks into an original and publishes it as it is, where browsers can play its own stream: just in time where its index
 * allows, else repackaged.
 */
@ApplicationScoped
class PublishJob implements Job {

    private static final Logger LOG = Logger.getLogger(PublishJob.class);

    private final Steps steps;
    private final Quarantine quarantine;
    private final Toolbox toolbox;
    private final StoredRenditions stored;
    private final Publication publication;
    private final FirstRungJob firstRung;
    private final Catalog catalog;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Event<OriginalOpened> opened;
    private final Clock clock;

    PublishJob(
            Steps steps,
            Quarantine quarantine,
            Toolbox toolbox,
            StoredRenditions stored,
            Publication publication,
            FirstRungJob firstRung,
            Catalog catalog,
            Transactions transactions,
            Jobs jobs,
            Event<OriginalOpened> opened,
            Clock clock) {
        this.steps = steps;
        this.quarantine = quarantine;
        this.toolbox = toolbox;
        this.stored = stored;
        this.publication = publication;
        this.firstRung = firstRung;
        this.catalog = catalog;
        this.transactions = transactions;
        this.jobs = jobs;
        this.opened = opened;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public void run(String key) throws Exception {
        steps.run(new VideoId(key), this::publish);
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        steps.givenUp(new VideoId(key), cause);
    }

    private void publish(Steps.Work work) throws Exception {
        VideoId video = work.id();
        if (work.video().state().playable()) {
            return; // a crash struck after the publication
        }
        StageClock time = new StageClock();
        transactions.run(tx -> catalog.advance(tx, video, new VideoState.Probing()));
        time.lap("begin");
        if (!quarantine.admits(work)) {
            return;
        }
        time.lap("scan");
        MediaInfo info = steps.probe(work).orElse(null);
        if (info == null) {
            return;
        }
        time.lap("probe");
        transactions.run(tx -> {
            catalog.setMediaFacts(tx, video, facts(info));
            catalog.advance(tx, video, new VideoState.Publishing());
        });
        time.lap("facts");
        Optional<List<RenditionRecord>> records = ownStreams(work, info);
        time.lap("package");
        if (records.isPresent()) {
            publication.publish(video, records.get());
            time.lap("commit");
            LOG.debugf("video %s plays: %s", video, time);
        } else {
            transactions.run(tx -> jobs.schedule(tx, firstRung, video.value(), clock.instant()));
            LOG.debugf("video %s needs an encode before it plays: %s", video, time);
        }
    }

    /** Absent when the original's own streams cannot be published; encoding them may still succeed. */
    Optional<List<RenditionRecord>> ownStreams(Steps.Work work, MediaInfo info) {
        if (!Packager.canCopy(info)) {
            return Optional.empty();
        }
        try {
            return justInTime(work, info).or(() -> Optional.of(copy(work, info)));
        } catch (MediaException e) {
            if (e.code() != MediaException.Code.MALFORMED_MEDIA) {
                throw e;
            }
            LOG.debugf("video %s cannot be copied: %s", work.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<List<RenditionRecord>> justInTime(Steps.Work work, MediaInfo info) {
        Optional<JitSource> source = work.stays() ? JitSource.open(work.original(), info) : Optional.empty();
        return source.filter(whole -> !whole.needsAudio()).map(whole -> {
            opened.fire(new OriginalOpened(work.key().value(), whole));
            return stored.name(work.key(), info, whole);
        });
    }

    private List<RenditionRecord> copy(Steps.Work work, MediaInfo info) {
        return toolbox.tools().packager().copy(work.original(), info, work.folder(), new Cancellation()).stream()
                .map(rendition -> stored.put(work.id(), rendition))
                .toList();
    }

    static MediaFacts facts(MediaInfo info) {
        if (info.video().isDrawn()) {
            return new MediaFacts(
                    info.duration(), 0, 0, 0, "", info.audio().getFirst().codec(), info.bitrateBps());
        }
        return new MediaFacts(
                info.duration(),
                info.video().width(),
                info.video().height(),
                info.video().averageRate().perSecond(),
                info.video().codec(),
                info.hasAudio() ? info.audio().getFirst().codec() : "",
                info.bitrateBps());
    }
}
