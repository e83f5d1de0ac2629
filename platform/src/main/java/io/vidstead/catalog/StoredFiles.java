package io.vidstead.catalog;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What is stored of videos and what it takes, for those who keep house. What changes a video takes the caller's transaction;
 * a video that was deleted meanwhile is no error: the change answers {@code false}.
 */
@ApplicationScoped
public class StoredFiles {

    private final Transactions transactions;
    private final VideoStore videos;
    private final RenditionStore renditions;
    private final ThumbnailStore thumbnails;
    private final StoredFileStore store;
    private final ChangeJournal journal;
    private final Clock clock;

    StoredFiles(
            Transactions transactions,
            VideoStore videos,
            RenditionStore renditions,
            ThumbnailStore thumbnails,
            StoredFileStore store,
            ChangeJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.videos = videos;
        this.renditions = renditions;
        this.thumbnails = thumbnails;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** By kind; costs a look at every row of a file. */
    public List<StorageSums.OfKind> sums() {
        return transactions.read(store::sums);
    }

    /** The largest first. */
    public StorageSums.Page<StorageSums.OfUser> users(int offset, int limit) {
        return transactions.read(
                handle -> new StorageSums.Page<>(store.users(handle, offset, limit), store.countUsers(handle)));
    }

    /** The largest first. */
    public StorageSums.Page<StorageSums.OfVideo> videos(UserId owner, int offset, int limit) {
        return transactions.read(handle ->
                new StorageSums.Page<>(store.videos(handle, owner, offset, limit), store.countVideos(handle, owner)));
    }

    /** The original is no more; renditions that were made from it just in time leave the manifests. */
    public boolean loseOriginal(Handle tx, VideoId video, String originalKey, OriginalLoss loss) {
        return change(tx, video, current -> {
            if (current.original()
                    .map(Original::objectKey)
                    .filter(originalKey::equals)
                    .isPresent()) {
                store.setLoss(tx, video, loss);
                renditions.remove(
                        tx,
                        video,
                        renditions.list(tx, video).stream()
                                .filter(RenditionRecord::justInTime)
                                .toList());
            }
        });
    }

    /** A refused file went: its owner's quota gets its size back. */
    public boolean discardRefused(Handle tx, VideoId video) {
        return change(
                tx,
                video,
                current -> current.original().ifPresent(original -> {
                    store.setLoss(tx, video, OriginalLoss.DROPPED);
                    journal.record(
                            tx,
                            new VideoEvent.OriginalDiscarded(video, current.owner(), original.objectKey()),
                            current.owner());
                }));
    }

    /** These renditions are no more, for manifests and for players. */
    public boolean removeRenditions(Handle tx, VideoId video, List<RenditionRecord> gone) {
        return change(tx, video, _ -> renditions.remove(tx, video, gone));
    }

    /** These renditions are dropped because nobody watched the video: players that began before may finish. */
    public boolean reduce(Handle tx, VideoId video, List<RenditionRecord> dropped) {
        return change(tx, video, _ -> {
            renditions.replace(tx, video, dropped, clock.instant());
            store.setReduced(tx, video, Optional.of(clock.instant()));
        });
    }

    /** The video has all its renditions again. */
    public void restored(Handle tx, VideoId video) {
        store.setReduced(tx, video, Optional.empty());
    }

    /** These pictures are no more; the video is shown by another, where there is one. */
    public boolean removeThumbnails(Handle tx, VideoId video, Set<Integer> numbers) {
        return change(tx, video, _ -> {
            thumbnails.remove(tx, video, numbers);
            thumbnails.list(tx, video).stream()
                    .findFirst()
                    .ifPresent(left -> videos.setThumbnail(tx, video, left.number()));
        });
    }

    /** All that was stored of a deleted video is gone. */
    public void forgetDeleted(Handle tx, VideoId video) {
        store.forgetDeleted(tx, video);
    }

    /** Videos that were refused before this time and whose files are still stored. */
    public List<VideoId> listRefusedBefore(Instant time, int limit) {
        return transactions.read(handle -> store.listRefusedBefore(handle, time, limit));
    }

    /**
     * Videos with an original, in order of their ids.
     *
     * @param after an id, or empty to begin
     */
    public List<VideoId> listAfter(String after, int limit) {
        return transactions.read(handle -> store.listAfter(handle, after, limit));
    }

    /** How many videos have an original. */
    public long count() {
        return transactions.read(store::count);
    }

    private boolean change(Handle tx, VideoId video, Consumer<Video> change) {
        Optional<Video> current = videos.lock(tx, video);
        current.ifPresent(present -> {
            change.accept(present);
            journal.touched(tx, video, true);
        });
        return current.isPresent();
    }
}
