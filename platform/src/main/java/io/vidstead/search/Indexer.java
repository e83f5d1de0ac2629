package io.vidstead.search;

import io.vidstead.accounts.PublicChannels;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.comments.CommentId;
import io.vidstead.comments.PublicComments;
import io.vidstead.comments.PublicComments.PublicComment;
import io.vidstead.engines.search.Change;
import io.vidstead.engines.search.Entry;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PublicPlaylists;
import io.vidstead.search.VideoEntries.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Brings things as they are now into the index: those that everybody may find are written, all others removed. Doing it again
 * changes nothing.
 *
 * <p>Reading a thing and writing its entries happen under one lock: otherwise who read first might write last, and an old state
 * would stay. Only this server writes its index.
 */
@ApplicationScoped
class Indexer {

    private static final int COMMENTS_AT_ONCE = 200;

    private final SearchIndex index;
    private final PublicVideos videos;
    private final PublicChannels channels;
    private final PublicPlaylists playlists;
    private final PublicComments comments;
    private final VideoEntries entries;
    private final Vectors vectors;
    private final Event<SubjectLearned> learned;
    private final ReentrantLock lock = new ReentrantLock();

    Indexer(
            SearchIndex index,
            PublicVideos videos,
            PublicChannels channels,
            PublicPlaylists playlists,
            PublicComments comments,
            VideoEntries entries,
            Vectors vectors,
            Event<SubjectLearned> learned) {
        this.index = index;
        this.videos = videos;
        this.channels = channels;
        this.playlists = playlists;
        this.comments = comments;
        this.entries = entries;
        this.vectors = vectors;
        this.learned = learned;
    }

    void videos(Set<VideoId> wanted) {
        videos(wanted, Map.of());
    }

    private void videos(Set<VideoId> wanted, Map<String, float[]> made) {
        locked(() -> {
            Map<VideoId, PublicVideo> found = videos.find(wanted);
            List<Change> changes = new ArrayList<>();
            for (VideoId id : wanted) {
                changes.add(new Change.RemoveOf(id.value(), Kinds.CUE));
                changes.add(new Change.RemoveOf(id.value(), Kinds.WINDOW));
                PublicVideo video = found.get(id);
                if (video == null) {
                    changes.add(new Change.Remove(Kinds.id(Kinds.VIDEO, id.value())));
                    changes.add(new Change.RemoveOf(id.value(), Kinds.COMMENT));
                } else {
                    entries(video, made).forEach(entry -> changes.add(new Change.Put(entry)));
                }
            }
            return changes;
        });
    }

    /** As it is now, with the vectors that are known. */
    List<Entry> entries(PublicVideo video) {
        lock.lock(); // not between the index and the keeping of vectors that were just made
        try {
            return entries(video, Map.of());
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> entries(PublicVideo video, Map<String, float[]> made) {
        Told told = entries.told(video);
        Map<String, float[]> all = new HashMap<>(vectors.known(video.id(), told.meanings()));
        all.putAll(made);
        return entries.entries(told, all);
    }

    /**
     * Makes the vectors that a video lacks, and writes it anew if there were any. They are kept once the index has them: what a
     * crash leaves half done is missing, and made again.
     */
    void meaning(VideoId id) {
        PublicVideo video = videos.find(List.of(id)).get(id);
        if (video == null) {
            vectors.forget(id);
            return;
        }
        vectors.make(id, entries.told(video).meanings()).ifPresent(made -> {
            lock.lock(); // who writes the video between the two would not know them
            try {
                videos(Set.of(id), made);
                vectors.keep(id, made);
            } finally {
                lock.unlock();
            }
            learned.fire(new SubjectLearned(id));
        });
    }

    void counts(Collection<VideoId> wanted) {
        locked(() -> videos.find(wanted).values().stream()
                .<Change>map(video ->
                        new Change.Count(Kinds.id(Kinds.VIDEO, video.id().value()), VideoEntries.counts(video)))
                .toList());
    }

    void channels(Set<UserId> wanted) {
        locked(() -> replaced(
                Kinds.CHANNEL,
                wanted.stream().map(UserId::toString).collect(Collectors.toSet()),
                channels.find(wanted).stream().map(OtherEntries::of).toList()));
    }

    void playlists(Set<String> wanted) {
        locked(() -> replaced(
                Kinds.PLAYLIST,
                wanted,
                playlists.find(wanted).stream().map(OtherEntries::of).toList()));
    }

    void comments(Set<CommentId> wanted) {
        locked(() -> replaced(
                Kinds.COMMENT,
                wanted.stream().map(CommentId::toString).collect(Collectors.toSet()),
                entries(comments.find(wanted))));
    }

    /** Writes what stands below those of the videos that everybody may find: it was left out while they were hidden. */
    void commentsBelow(Set<VideoId> wanted) {
        for (VideoId video : videos.find(wanted).keySet()) {
            comments.below(video).stream()
                    .gather(Gatherers.windowFixed(COMMENTS_AT_ONCE))
                    .forEach(some -> comments(Set.copyOf(some)));
        }
    }

    /** Of comments below videos that everybody may find. */
    List<Entry> entries(List<PublicComment> found) {
        Set<VideoId> shown = videos.find(
                        found.stream().map(PublicComment::video).collect(Collectors.toSet()))
                .keySet();
        return found.stream()
                .filter(comment -> shown.contains(comment.video()))
                .map(OtherEntries::of)
                .toList();
    }

    private static List<Change> replaced(String kind, Set<String> wanted, List<Entry> present) {
        List<Change> changes = new ArrayList<>();
        wanted.forEach(thing -> changes.add(new Change.Remove(Kinds.id(kind, thing))));
        present.forEach(entry -> changes.add(new Change.Put(entry)));
        return changes;
    }

    /** What is to be written is found out under the lock. */
    @FunctionalInterface
    private interface Finding {
        List<Change> changes();
    }

    private void locked(Finding finding) {
        lock.lock();
        try {
            List<Change> changes = finding.changes();
            if (!changes.isEmpty()) {
                index.write(changes);
            }
        } finally {
            lock.unlock();
        }
    }
}
