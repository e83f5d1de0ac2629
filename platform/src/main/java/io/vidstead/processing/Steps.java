package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.StorageFullException;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.probe.ProbeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * What all steps of a video share: they stop when it was deleted, work in a folder that goes with them, and end in a state
 * that says why when the file is at fault.
 */
@ApplicationScoped
class Steps {

    private static final Logger LOG = Logger.getLogger(Steps.class);
    private static final int MAX_STARTS = 20;

    /** What the step of this thread works on. */
    private static final ScopedValue<Work> AT_WORK = ScopedValue.newInstance();

    private final Catalog catalog;
    private final ProcessingStore store;
    private final Transactions transactions;
    private final Originals originals;
    private final Scratch scratch;
    private final Probed probed;
    private final DeleteMediaJob deleteMedia;
    private final Clock clock;

    Steps(
            Catalog catalog,
            ProcessingStore store,
            Transactions transactions,
            Originals originals,
            Scratch scratch,
            Probed probed,
            DeleteMediaJob deleteMedia,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.transactions = transactions;
        this.originals = originals;
        this.scratch = scratch;
        this.probed = probed;
        this.deleteMedia = deleteMedia;
        this.clock = clock;
    }

    /**
     * @param key the original's
     * @param original the file to work on, to be read only
     * @param folder for what the step writes
     */
    record Work(Video video, ObjectKey key, Path original, Path folder) {
        /** Whether the file is the stored one, which players can be served from, and no copy. */
        boolean stays() {
            return !original.startsWith(folder);
        }

        VideoId id() {
            return video.id();
        }
    }

    /** A step's own part. */
    interface Step {
        /** @throws Exception to be tried again */
        void run(Work work) throws Exception;
    }

    /**
     * Runs a step of a video, unless the video is gone or has failed. How often one is begun without an end is bounded, so
     * that a file which takes its server down is given up.
     */
    void run(VideoId id, Step step) throws Exception {
        Optional<Video> video = catalog.find(id);
        Optional<ObjectKey> original = transactions.read(handle -> store.findOriginal(handle, id));
        if (video.isEmpty() || original.isEmpty() || video.get().state() instanceof VideoState.Failed) {
            return;
        }
        int starts = transactions.read(handle -> store.countStart(handle, id, clock.instant()));
        if (starts > MAX_STARTS) {
            fail(id, "too_many_attempts", "Processing this file was begun " + MAX_STARTS + " times and never ended.");
            return;
        }
        try (Scratch.Folder folder = scratch.folder(id.value())) {
            Work work = new Work(video.get(), original.get(), originals.fetch(original.get(), folder), folder.path());
            ScopedValue.where(AT_WORK, work).call(() -> {
                step.run(work);
                return work;
            });
        } catch (Exception e) {
            endedBy(id, e);
        } finally {
            ended(id, () -> transactions.run(tx -> store.countEnd(tx, id)));
        }
    }

    /**
     * After work on a video, however it ended: the begin of it is not held against the file, and what was stored of a video that
     * was deleted meanwhile goes as well.
     *
     * @param uncount takes the begin back
     */
    void ended(VideoId id, Runnable uncount) {
        boolean interrupted = Thread.interrupted(); // by the server's stop: what is left to do is short
        try {
            uncount.run();
            if (catalog.find(id).isEmpty()) {
                deleteMedia.run(id.value());
            }
        } catch (RuntimeException e) {
            LOG.warnf("what work on video %s left cannot be put in order: %s", id, e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What becomes of a video when work on it ended like this: nothing when it was deleted, a failure with the reason when the
     * file is at fault, unless the video is done already.
     *
     * @throws Exception the same or a clearer one, when the work is worth another try
     */
    void endedBy(VideoId id, Exception e) throws Exception {
        Optional<Video> video = catalog.find(id);
        if (video.isEmpty()) {
            LOG.infof("work on video %s ended: it was deleted", id);
            return;
        }
        boolean done = video.get().state() instanceof VideoState.Done;
        switch (e) {
            case MediaException media
            when media.code() == MediaException.Code.MALFORMED_MEDIA && !done -> {
                LOG.infof("video %s cannot be processed: %s", id, e.getMessage());
                fail(id, "malformed_media", "The file is damaged: it could not be decoded. Try to export it again.");
            }
            case MediaException media
            when media.code() == MediaException.Code.STORAGE_FULL ->
                throw new StorageFullException("no room for working files", e);
            default -> throw e;
        }
    }

    /**
     * Runs work that a video plays without: whatever becomes of it, the video's state stays as it is. What the file is at
     * fault for is not tried again.
     */
    void runAside(VideoId id, Step step) throws Exception {
        Optional<Video> video = catalog.find(id).filter(found -> found.state().playable());
        Optional<ObjectKey> original = transactions.read(handle -> store.findOriginal(handle, id));
        if (video.isEmpty()
                || original.isEmpty()
                || transactions.read(handle -> store.countStart(handle, id, clock.instant())) > MAX_STARTS) {
            return;
        }
        try (Scratch.Folder folder = scratch.folder(id.value())) {
            step.run(new Work(video.get(), original.get(), originals.fetch(original.get(), folder), folder.path()));
        } catch (MediaException e) {
            switch (e.code()) {
                case MALFORMED_MEDIA -> LOG.infof("video %s goes without: %s", id, e.getMessage());
                case STORAGE_FULL -> throw new StorageFullException("no room for working files", e);
                case CANCELLED, TIMED_OUT, TOOL_FAILED, TOOLS_UNAVAILABLE -> throw e;
            }
        } finally {
            ended(id, () -> transactions.run(tx -> store.countEnd(tx, id)));
        }
    }

    /** What the file is; absent when it is refused, and then the video has failed with the reason. */
    Optional<MediaInfo> probe(Work work) {
        return probe(work.id(), work.key(), work.original());
    }

    /** @param file the original or a copy of it */
    Optional<MediaInfo> probe(VideoId id, ObjectKey original, Path file) {
        return switch (probed.probe(original, file)) {
            case ProbeResult.Accepted(var info) -> Optional.of(info);
            case ProbeResult.Refused refused -> {
                LOG.infof("video %s is refused: %s", id, refused.code());
                fail(id, refused.code(), refused.detail());
                yield Optional.empty();
            }
        };
    }

    /** The job was tried often enough. What plays already goes on to play. */
    void givenUp(VideoId id, Throwable cause) {
        if (cause instanceof MediaException media && media.code() == MediaException.Code.TOOLS_UNAVAILABLE) {
            fail(id, "tools_unavailable", "This server cannot process videos at the moment; its operator must act.");
        } else if (cause instanceof MediaException media && media.code() == MediaException.Code.TIMED_OUT) {
            fail(id, "too_costly", "Processing the file took too long. A smaller or simpler one will do.");
        } else {
            fail(id, "processing_failed", "Processing failed several times. Try another export of the video.");
        }
    }

    void fail(VideoId id, String code, String detail) {
        transactions.run(tx -> catalog.lock(tx, id)
                .filter(video -> !(video.state() instanceof VideoState.Done))
                .ifPresent(video -> catalog.advance(
                        tx,
                        id,
                        new VideoState.Failed(code, detail, video.state().playable()))));
    }

    /**
     * A transaction at the end of long work, which is not thrown away because the database restarts meanwhile. What a step
     * made of an original that was replaced meanwhile is not taken: the step fails, and its next attempt has the new one.
     */
    <R> R commit(Function<Handle, R> work) throws InterruptedException {
        return Persistence.call(transactions, tx -> {
            if (AT_WORK.isBound()) {
                requireCurrent(tx, AT_WORK.get());
            }
            return work.apply(tx);
        });
    }

    private void requireCurrent(Handle tx, Work work) {
        boolean replaced = catalog.lock(tx, work.id()).isPresent()
                && !store.findOriginal(tx, work.id()).filter(work.key()::equals).isPresent();
        if (replaced) {
            throw new IllegalStateException("the file of video " + work.id() + " was replaced");
        }
    }
}
