package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.OriginalOpened;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where an original is handed over: shown while it arrives, given when it is stored. */
@ApplicationScoped
public class Processing {

    private final ProcessingStore store;
    private final PublishJob publish;
    private final Publication publication;
    private final Probed probed;
    private final Originals originals;
    private final Event<OriginalOpened> opened;
    private final Arrivals arrivals;
    private final ReplaceJob replace;
    private final TidyJob tidy;
    private final Catalog catalog;
    private final Jobs jobs;
    private final Clock clock;

    Processing(
            ProcessingStore store,
            PublishJob publish,
            Publication publication,
            Probed probed,
            Originals originals,
            Event<OriginalOpened> opened,
            Arrivals arrivals,
            ReplaceJob replace,
            TidyJob tidy,
            Catalog catalog,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.publish = publish;
        this.publication = publication;
        this.probed = probed;
        this.originals = originals;
        this.opened = opened;
        this.arrivals = arrivals;
        this.replace = replace;
        this.tidy = tidy;
        this.catalog = catalog;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Shows an original of which a beginning is there, to be looked into meanwhile. Returns at once; need never be called.
     *
     * @param original the key it will have
     * @param staged the file in which it grows
     * @param durable how many bytes of it will certainly stay
     * @param size how many there will be
     */
    public void arriving(VideoId video, ObjectKey original, Path staged, long durable, long size) {
        arrivals.grown(video, original, staged, durable, size);
    }

    /** What was found out about an original whose bytes are all durable, while they are still staged. */
    public Optional<Prepared> arrived(VideoId video) {
        return arrivals.arrived(video);
    }

    /** What was shown of an original is void: it will come anew or not at all. */
    public void forget(VideoId video) {
        arrivals.forget(video);
    }

    /**
     * Takes the original of a queued video on, in the caller's transaction. With what was prepared the video is published by
     * the commit; without, work begins right after it. Idempotent.
     */
    public void enqueue(Handle tx, VideoId video, ObjectKey original, Optional<Prepared> prepared) {
        store.insert(tx, video, original, clock.instant());
        if (prepared.isEmpty()) {
            jobs.schedule(tx, publish, video.value(), clock.instant());
            return;
        }
        catalog.advance(tx, video, new VideoState.Probing());
        catalog.setMediaFacts(tx, video, PublishJob.facts(prepared.get().info()));
        probed.remember(original, prepared.get().info());
        prepared.get()
                .source()
                .ifPresent(source -> originals
                        .find(original)
                        .ifPresent(file -> opened.fire(new OriginalOpened(original.value(), source.at(file)))));
        catalog.advance(tx, video, new VideoState.Publishing());
        publication.publish(tx, video, prepared.get().renditions());
    }

    /** Takes on the new file that has arrived for a playing video, in the caller's transaction. Idempotent. */
    public void replace(Handle tx, VideoId video) {
        jobs.schedule(tx, replace, video.value(), clock.instant());
    }

    /** Takes on the new file of a video that never played: the old one is forgotten. In the caller's transaction. */
    public void beginAnew(Handle tx, VideoId video, ObjectKey original) {
        store.setOriginal(tx, video, original, clock.instant());
        jobs.schedule(tx, publish, video.value(), clock.instant());
        jobs.schedule(tx, tidy, video.value(), clock.instant().plus(TidyJob.KEEP_REPLACED));
    }
}
