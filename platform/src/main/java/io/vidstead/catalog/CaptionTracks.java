package io.vidstead.catalog;

import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTrack.StoredWords;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which captions videos have. With each change the event {@code video.captions} commits, and what was made of the old ones in
 * this process is dropped. Files that gave way stay readable until {@link Catalog#forgetReplaced}; those that were taken away
 * do not.
 */
@ApplicationScoped
public class CaptionTracks {

    /** Of one video. */
    public static final int MAX = 64;

    private final Transactions transactions;
    private final VideoStore videos;
    private final CaptionStore captions;
    private final ChangeJournal journal;

    CaptionTracks(Transactions transactions, VideoStore videos, CaptionStore captions, ChangeJournal journal) {
        this.transactions = transactions;
        this.videos = videos;
        this.captions = captions;
        this.journal = journal;
    }

    /** The preferred first; nothing where there is no such video. */
    public List<CaptionTrack> list(VideoId video) {
        return transactions.read(handle -> captions.list(handle, video));
    }

    /** As {@link #list(VideoId)}, within a transaction. */
    public List<CaptionTrack> list(Handle tx, VideoId video) {
        return captions.list(tx, video);
    }

    /** Files that are no longer named, but that players which began before may still read. */
    public List<StoredWords> listEarlier(VideoId video) {
        return transactions.read(handle -> captions.listEarlier(handle, video));
    }

    /** Adds the track, or puts it in the place of the one of its name. Returns whether the video is there. */
    public boolean put(Handle tx, VideoId video, CaptionTrack track) {
        Optional<Video> present = videos.lock(tx, video);
        present.ifPresent(found -> {
            captions.list(tx, video).stream()
                    .filter(old ->
                            old.name().equals(track.name()) && !old.stored().equals(track.stored()))
                    .forEach(old -> captions.retire(tx, video, old.stored()));
            captions.upsert(tx, video, track);
            if (track.preferred()) {
                captions.preferNoneBut(tx, video, track.name());
            }
            journal.record(tx, new VideoEvent.Captioned(video), found.owner());
        });
        return present.isPresent();
    }

    /** Takes a track away for good: reading the same file once more does not bring it back. */
    public boolean remove(Handle tx, VideoId video, String name) {
        Optional<Video> present = videos.lock(tx, video);
        boolean removed = present.isPresent() && captions.remove(tx, video, name);
        if (removed) {
            captions.dismiss(tx, video, present.flatMap(Video::original).map(Original::objectKey), name);
            journal.record(tx, new VideoEvent.Captioned(video), present.get().owner());
        }
        return removed;
    }

    /** The track's file is damaged: nobody is led to it any more. */
    public void lose(Handle tx, VideoId video, String name) {
        videos.lock(tx, video)
                .filter(_ -> captions.remove(tx, video, name))
                .ifPresent(found -> journal.record(tx, new VideoEvent.Captioned(video), found.owner()));
    }

    /**
     * The tracks of the video's file take the place of those of a file before. What the owner wrote or took away stays so;
     * what was heard automatically gives way to what is written in its language.
     */
    void setOfFile(Handle tx, Video video, String original, List<CaptionTrack> found) {
        List<CaptionTrack> present = captions.list(tx, video.id());
        Set<String> dismissed = captions.listDismissed(tx, video.id(), original);
        List<CaptionTrack> kept = found.stream()
                .filter(track -> !dismissed.contains(track.name()))
                .filter(track -> present.stream()
                        .noneMatch(old ->
                                old.origin() == Origin.OWNER && old.name().equals(track.name())))
                .toList();
        List<CaptionTrack> gone =
                present.stream().filter(old -> givesWay(old, kept)).toList();
        gone.forEach(old -> {
            captions.remove(tx, video.id(), old.name());
            captions.retire(tx, video.id(), old.stored());
        });
        kept.forEach(track -> captions.upsert(tx, video.id(), track));
        if (!kept.isEmpty() || !gone.isEmpty()) {
            journal.record(tx, new VideoEvent.Captioned(video.id()), video.owner());
        }
    }

    private static boolean givesWay(CaptionTrack old, List<CaptionTrack> found) {
        return switch (old.origin()) {
            case FILE -> true;
            case OWNER -> false;
            case AUTOMATIC ->
                found.stream()
                        .anyMatch(track -> track.name().equals(old.name())
                                || track.language().equals(old.language()));
        };
    }
}
