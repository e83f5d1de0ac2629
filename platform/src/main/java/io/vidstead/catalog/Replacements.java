package io.vidstead.catalog;

import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * New files for videos that have one: the id, the views and the links stay. The old file plays until the new one does; then
 * everything that was made of it gives way in one transaction. A file that is refused changes nothing.
 *
 * <p>At most one replacement a video is under way. Whoever changes a video takes the caller's transaction and locks the
 * video first; a video that was deleted meanwhile is no error.
 */
@ApplicationScoped
public class Replacements {

    private final Transactions transactions;
    private final VideoStore videos;
    private final ReplacementStore store;
    private final RenditionStore renditions;
    private final ThumbnailStore thumbnails;
    private final StoredFileStore files;
    private final ChangeJournal journal;
    private final Clock clock;

    Replacements(
            Transactions transactions,
            VideoStore videos,
            ReplacementStore store,
            RenditionStore renditions,
            ThumbnailStore thumbnails,
            StoredFileStore files,
            ChangeJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.videos = videos;
        this.store = store;
        this.renditions = renditions;
        this.thumbnails = thumbnails;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is to be done with a new file that has arrived. */
    public enum Arrival {
        /** The video plays: the new file is made playable beside it. */
        REPLACES,
        /** The video never played: it begins anew with this file. */
        BEGINS_ANEW,
        /** Nobody waits for the file any more. */
        UNWANTED
    }

    /**
     * A new file is declared for a video of this owner.
     *
     * @throws Problem not found, also when it is somebody else's; conflict when the video or another file is under way
     */
    public void begin(Handle tx, UserId owner, VideoId video, long sizeBytes) {
        Video present =
                videos.lock(tx, video).filter(own -> own.owner().equals(owner)).orElseThrow(Catalog::notFound);
        if (!present.state().playable() && !(present.state() instanceof VideoState.Failed)) {
            throw Problem.conflict(
                    "video_busy", "The video is still on its way. Its file can be replaced as soon as it plays.");
        }
        if (store.find(tx, video).filter(other -> !other.state().over()).isPresent()) {
            throw Problem.conflict("replacement_under_way", "Another new file for this video is on its way already.");
        }
        store.insert(tx, video, sizeBytes, clock.instant());
        journal.touched(tx, video, false);
    }

    /** The new file is whole and stored. */
    public Arrival arrived(Handle tx, VideoId video, Original original) {
        Optional<Video> present = videos.lock(tx, video);
        boolean awaited = store.find(tx, video)
                .filter(replacement -> replacement.state() instanceof Replacement.State.Uploading)
                .isPresent();
        if (present.isEmpty() || !awaited) {
            return Arrival.UNWANTED;
        }
        if (present.get().state().playable()) {
            store.setProcessing(tx, video, original);
            journal.touched(tx, video, false);
            return Arrival.REPLACES;
        }
        beginAnew(tx, present.get(), original);
        return Arrival.BEGINS_ANEW;
    }

    private void beginAnew(Handle tx, Video video, Original original) {
        VideoState next = new VideoState.Queued();
        if (!video.state().mayBecome(next)) {
            throw new IllegalTransition(video.id(), video.state(), next);
        }
        store.remove(tx, video.id());
        videos.setOriginal(tx, video.id(), original);
        videos.setState(tx, video.id(), next, clock.instant());
        discardOriginal(tx, video);
        journal.record(
                tx,
                new VideoEvent.Uploaded(
                        video.id(), video.owner(), original.objectKey(), original.sizeBytes(), original.sha256()),
                video.owner());
    }

    /** The upload of the new file was ended. */
    public void withdraw(Handle tx, VideoId video) {
        if (videos.lock(tx, video).isPresent()
                && store.find(tx, video)
                        .filter(replacement -> replacement.state() instanceof Replacement.State.Uploading)
                        .isPresent()) {
            store.remove(tx, video);
            journal.touched(tx, video, false);
        }
    }

    /** The new file will not do. Whether it was still wanted: its bytes may go in any case. */
    public boolean refuse(Handle tx, VideoId video, Original file, Replacement.State.Refused why) {
        Optional<Video> present = videos.lock(tx, video);
        if (present.isEmpty() || !isProcessing(tx, video, file)) {
            return false;
        }
        store.setRefused(tx, video, why);
        journal.record(
                tx,
                new VideoEvent.OriginalDiscarded(video, present.get().owner(), file.objectKey()),
                present.get().owner());
        return true;
    }

    /**
     * The new file takes the old one's place: renditions, stills (a picture that the owner brought stays), facts and
     * original, all at once. The video's ladder is to be filled.
     *
     * @return whether it was still wanted
     */
    public boolean take(Handle tx, VideoId id, Original file, NewMedia media) {
        Optional<Video> present = videos.lock(tx, id);
        if (present.isEmpty() || !isProcessing(tx, id, file)) {
            return false;
        }
        Video video = present.get();
        VideoState next = new VideoState.Encoding(true);
        if (!video.state().mayBecome(next)) {
            throw new IllegalTransition(id, video.state(), next);
        }
        renditions.replaceAll(tx, id, clock.instant());
        renditions.add(tx, id, media.renditions(), clock.instant());
        thumbnails.replaceStills(tx, id, media.stills());
        if (thumbnails.list(tx, id).stream().noneMatch(picture -> picture.number() == ThumbnailRecord.CUSTOM)) {
            videos.setThumbnail(tx, id, media.poster());
        }
        videos.setFacts(tx, id, media.facts());
        videos.setOriginal(tx, id, file);
        videos.setState(tx, id, next, clock.instant());
        store.remove(tx, id);
        discardOriginal(tx, video);
        journal.record(tx, Catalog.updated(video), video.owner());
        return true;
    }

    /** Its owner has read why the new file was refused. Nothing happens to one that is under way. */
    void dismiss(Handle tx, VideoId video) {
        if (videos.lock(tx, video).isPresent()
                && store.find(tx, video)
                        .filter(replacement -> replacement.state().over())
                        .isPresent()) {
            store.remove(tx, video);
        }
    }

    public Optional<Replacement> find(VideoId video) {
        return transactions.read(handle -> store.find(handle, video));
    }

    /** How far the present stage is. Cheap, in a transaction of its own; no event. */
    public void setProgress(VideoId video, int percent) {
        transactions.run(tx -> store.setProgress(tx, video, Math.clamp(percent, 0, 100)));
    }

    /** Counts a worker's begin with it; how many there were that never ended, this one included. */
    public int countStart(VideoId video) {
        return transactions.call(tx -> store.countStart(tx, video));
    }

    /** A begin that was counted has come to an end. */
    public void countEnd(VideoId video) {
        transactions.run(tx -> store.countEnd(tx, video));
    }

    private boolean isProcessing(Handle tx, VideoId video, Original file) {
        return store.find(tx, video)
                .filter(replacement -> replacement.state().equals(new Replacement.State.Processing(file)))
                .isPresent();
    }

    private void discardOriginal(Handle tx, Video video) {
        video.original().ifPresent(old -> {
            files.retireOriginal(tx, video.id(), old);
            journal.record(
                    tx, new VideoEvent.OriginalDiscarded(video.id(), video.owner(), old.objectKey()), video.owner());
        });
    }
}
