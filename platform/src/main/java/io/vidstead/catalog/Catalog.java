package io.vidstead.catalog;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The catalog for other features. What changes a video takes the caller's transaction; the change, its event and the
 * caller's own rows commit together. Every change is idempotent: done twice with the same values it is done once.
 *
 * <p>A video that was deleted meanwhile is no error: changes answer {@code false} and do nothing, so that whoever works on
 * it can stop.
 */
@ApplicationScoped
public class Catalog {

    private final Transactions transactions;
    private final VideoStore videos;
    private final RenditionStore renditions;
    private final GrowingStore growing;
    private final ThumbnailStore thumbnails;
    private final StoredFileStore files;
    private final CaptionStore captions;
    private final CountStore counts;
    private final ChangeJournal journal;
    private final ProcessingNews news;
    private final Ids ids;
    private final Clock clock;

    Catalog(
            Transactions transactions,
            VideoStore videos,
            RenditionStore renditions,
            GrowingStore growing,
            ThumbnailStore thumbnails,
            StoredFileStore files,
            CaptionStore captions,
            CountStore counts,
            ChangeJournal journal,
            ProcessingNews news,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.videos = videos;
        this.renditions = renditions;
        this.growing = growing;
        this.thumbnails = thumbnails;
        this.files = files;
        this.captions = captions;
        this.counts = counts;
        this.journal = journal;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the row of a video whose bytes are about to come; its state is {@link VideoState.Uploading}. */
    public VideoId createDraft(Handle tx, UserId owner, VideoDetails details) {
        VideoId video = ids.newVideoId();
        videos.insert(tx, video, owner, details, new VideoState.Uploading(), clock.instant());
        return video;
    }

    /** Whether only entitled viewers may play the video. For a draft: later the owner edits it. */
    public void setPremium(Handle tx, VideoId video, boolean premium) {
        videos.setPremium(tx, video, premium);
    }

    /** Takes away a video that never got its bytes: its upload was ended or expired. Nothing happens in a later state. */
    public void discardDraft(Handle tx, VideoId video) {
        if (lock(tx, video)
                .filter(v -> v.state() instanceof VideoState.Uploading)
                .isPresent()) {
            videos.remove(tx, video);
            journal.touched(tx, video, false);
        }
    }

    /** The original is whole and stored: the video is {@link VideoState.Queued}, and {@code video.uploaded} goes out. */
    public boolean uploadCompleted(Handle tx, VideoId video, String originalKey, long size, String sha256) {
        return change(tx, video, current -> {
            if (current.state() instanceof VideoState.Uploading) {
                videos.setOriginal(tx, video, new Original(originalKey, size, sha256));
                videos.setState(tx, video, new VideoState.Queued(), clock.instant());
                journal.record(
                        tx,
                        new VideoEvent.Uploaded(video, current.owner(), originalKey, size, sha256),
                        current.owner());
            }
        });
    }

    /**
     * Moves a video on; the first time it becomes playable it is published.
     *
     * @throws IllegalTransition when the step is not legal from where the video stands
     */
    public boolean advance(Handle tx, VideoId video, VideoState next) {
        return change(tx, video, current -> {
            if (!current.state().mayBecome(next)) {
                throw new IllegalTransition(video, current.state(), next);
            }
            if (current.state().equals(next)) {
                return;
            }
            videos.setState(tx, video, next, clock.instant());
            tx.afterCommit(() -> news.advanced(current.owner(), video, next));
            if (next.playable() && !current.state().playable()) {
                journal.record(
                        tx,
                        new VideoEvent.Published(
                                video,
                                current.owner(),
                                current.details().privacy().code()),
                        current.owner());
            } else if (next instanceof VideoState.Done) {
                journal.record(tx, updated(current), current.owner());
            } else {
                journal.touched(tx, video, false);
            }
            recordEnd(tx, current, next);
        });
    }

    private void recordEnd(Handle tx, Video video, VideoState end) {
        if (end instanceof VideoState.Done) {
            journal.record(tx, new VideoEvent.Finished(video.id(), video.owner()), video.owner());
        } else if (end instanceof VideoState.Failed failed) {
            journal.record(tx, new VideoEvent.Failed(video.id(), video.owner(), failed.code()), video.owner());
        }
    }

    public boolean setMediaFacts(Handle tx, VideoId video, MediaFacts facts) {
        return change(tx, video, _ -> {
            videos.setFacts(tx, video, facts);
            journal.touched(tx, video, true);
        });
    }

    /**
     * Lists what is there of renditions that are still being written, so that they play until there are finished ones. What was
     * listed stays readable until {@link #forgetReplaced}.
     */
    public boolean growRenditions(Handle tx, VideoId video, List<GrowingRendition> parts) {
        return change(tx, video, _ -> {
            growing.upsert(tx, video, parts);
            journal.touched(tx, video, false);
        });
    }

    /** What was listed with {@link #growRenditions}, encode by encode. */
    public List<GrowingRendition> growingRenditions(VideoId video) {
        return transactions.read(handle -> growing.list(handle, video));
    }

    /** Adds renditions, or replaces those of the same kind and name. */
    public boolean addRenditions(Handle tx, VideoId video, List<RenditionRecord> added) {
        return change(tx, video, _ -> {
            renditions.add(tx, video, added, clock.instant());
            journal.touched(tx, video, false);
        });
    }

    /** Makes these all of the renditions that manifests name; files of others are served until {@link #forgetReplaced}. */
    public boolean replaceRenditions(Handle tx, VideoId video, List<RenditionRecord> all) {
        return change(tx, video, _ -> {
            renditions.replaceAll(tx, video, clock.instant());
            renditions.add(tx, video, all, clock.instant());
            journal.touched(tx, video, false);
        });
    }

    /**
     * Sets the stills that processing took. A picture that the owner brought stays the chosen one.
     *
     * @param poster number of the one that is shown until the owner chooses another
     */
    public boolean setThumbnails(Handle tx, VideoId video, List<ThumbnailRecord> stills, int poster) {
        return change(tx, video, _ -> {
            boolean first = thumbnails.list(tx, video).isEmpty();
            thumbnails.upsert(tx, video, stills);
            if (first) {
                videos.setThumbnail(tx, video, poster);
            }
            journal.touched(tx, video, true);
        });
    }

    /** Estimate of what the renditions take less than with a ladder that is the same for all videos. */
    public boolean setSavedBytes(Handle tx, VideoId video, long bytes) {
        return change(tx, video, _ -> videos.setSavedBytes(tx, video, bytes));
    }

    /** How far the present stage is. Cheap, in a transaction of its own; no event. */
    public void setProgress(VideoId video, int percent, Optional<Duration> remaining) {
        Instant expected = remaining.map(clock.instant()::plus).orElse(null);
        int shown = Math.clamp(percent, 0, 100);
        transactions
                .call(tx -> videos.setProgress(tx, video, shown, expected))
                .ifPresent(owner -> news.progressed(owner, video, shown, remaining));
    }

    /** How often each was watched; those that are gone are absent. One statement. */
    public Map<VideoId, Long> viewCounts(Handle handle, Collection<VideoId> wanted) {
        return videos.viewCounts(handle, wanted);
    }

    /** Adds to the counts of many videos, for the consumers that count; one statement. Whose video is gone is left out. */
    public void addCounts(Handle tx, Map<VideoId, CountChange> changes) {
        counts.add(tx, changes);
    }

    /** Absent when there is none or it was deleted. */
    public Optional<Video> find(VideoId video) {
        return transactions.read(handle -> videos.find(handle, video));
    }

    /** As {@link #find(VideoId)}, inside a transaction, and nobody else changes the row until it ends. */
    public Optional<Video> lock(Handle tx, VideoId video) {
        return videos.lock(tx, video);
    }

    /** @throws Problem not found */
    public Video require(VideoId video) {
        return find(video).orElseThrow(Catalog::notFound);
    }

    /**
     * As the caller may see it: what is playable and not private, and everything for its owner and for moderators.
     *
     * @throws Problem not found
     */
    public Video requireVisible(Caller caller, VideoId video) {
        return find(video).filter(v -> Visibility.to(caller, v)).orElseThrow(Catalog::notFound);
    }

    /** Whether the video is there for the caller: the question of {@link #requireVisible}. */
    public boolean maySee(Caller caller, Video video) {
        return Visibility.to(caller, video);
    }

    /** Video from the largest to the smallest; audio last. */
    public List<RenditionRecord> renditions(VideoId video) {
        return transactions.read(handle -> renditions.list(handle, video));
    }

    /** Renditions that manifests no longer name, but that players which began before may still read. */
    public List<RenditionRecord> replacedRenditions(VideoId video) {
        return transactions.read(handle -> renditions.listReplaced(handle, video));
    }

    /** From now on nobody is served what was replaced, so that its files may go. */
    public boolean forgetReplaced(Handle tx, VideoId video) {
        return change(tx, video, _ -> {
            renditions.removeReplaced(tx, video);
            growing.remove(tx, video);
            files.forgetRetired(tx, video);
            captions.forgetEarlier(tx, video);
            journal.touched(tx, video, false);
        });
    }

    public List<ThumbnailRecord> thumbnails(VideoId video) {
        return transactions.read(handle -> thumbnails.list(handle, video));
    }

    /** Videos with a stored original on which work is still to be done, oldest first. */
    public List<VideoId> listUnfinished(int limit) {
        return transactions.read(handle -> videos.listUnfinished(handle, limit));
    }

    /**
     * Finished videos that were watched at least so often and have no picture in a coding, most watched first.
     *
     * @param coding how its codecs strings begin: {@code av01}
     */
    public List<VideoId> listWatchedWithout(String coding, long views, int limit) {
        return transactions.read(handle -> videos.listWatchedWithout(handle, coding, views, limit));
    }

    /** Premium videos of which something that can be encrypted is clear. */
    public List<VideoId> listClearPremium(int limit) {
        return transactions.read(handle -> videos.listClearPremium(handle, limit));
    }

    /** Bytes of a user's stored originals. */
    public long storedBytes(Handle tx, UserId owner) {
        return videos.storedBytes(tx, owner);
    }

    private boolean change(Handle tx, VideoId video, Consumer<Video> change) {
        Optional<Video> current = videos.lock(tx, video);
        current.ifPresent(change);
        return current.isPresent();
    }

    static VideoEvent.Updated updated(Video video) {
        return new VideoEvent.Updated(
                video.id(), video.owner(), video.details().privacy().code(), false);
    }

    static Problem notFound() {
        return Problem.notFound("video_not_found", "There is no such video.");
    }
}
