package io.vidstead.catalog;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.Chapter;
import io.vidstead.media.derive.Loudness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What is made of videos beside renditions and thumbnails, as other features bring and read it. Everything is kept with the
 * key of the original it was made of: when a video's file is replaced, what was made of the old one is out of sight at
 * once. Changes answer {@code false} and do nothing when the video, or that original of it, is gone.
 */
@ApplicationScoped
public class Derivatives {

    private final Transactions transactions;
    private final VideoStore videos;
    private final DerivativeStore derivatives;
    private final CaptionTracks captions;
    private final ChangeJournal journal;

    Derivatives(
            Transactions transactions,
            VideoStore videos,
            DerivativeStore derivatives,
            CaptionTracks captions,
            ChangeJournal journal) {
        this.transactions = transactions;
        this.videos = videos;
        this.derivatives = derivatives;
        this.captions = captions;
        this.journal = journal;
    }

    /** Nothing where there is no such video. */
    public Derived find(VideoId video) {
        return transactions.read(handle -> derivatives.find(handle, video));
    }

    /** Puts files in the place of all of their kinds. */
    public boolean setFiles(Handle tx, VideoId video, String original, List<DerivativeRecord> files) {
        return change(tx, video, original, _ -> {
            files.stream()
                    .map(DerivativeRecord::kind)
                    .distinct()
                    .forEach(kind -> derivatives.removeKind(tx, video, kind));
            derivatives.insert(tx, video, original, files);
        });
    }

    /** All files of these kinds are no more. */
    public void removeFiles(Handle tx, VideoId video, Set<DerivativeRecord.Kind> kinds) {
        if (videos.lock(tx, video).isPresent()) {
            kinds.forEach(kind -> derivatives.removeKind(tx, video, kind));
            journal.touched(tx, video, true);
        }
    }

    public boolean setLoudness(Handle tx, VideoId video, String original, Loudness loudness) {
        return change(tx, video, original, _ -> derivatives.upsertLoudness(tx, video, original, loudness));
    }

    /** Sets the words that the container carried: chapters, and captions as {@link CaptionTracks} keeps them. */
    public boolean setWords(
            Handle tx, VideoId video, String original, List<Chapter> chapters, List<CaptionTrack> tracks) {
        return change(tx, video, original, found -> {
            derivatives.removeChapters(tx, video);
            derivatives.insertChapters(tx, video, original, chapters);
            captions.setOfFile(tx, found, original, tracks);
        });
    }

    private boolean change(Handle tx, VideoId video, String original, Consumer<Video> change) {
        Optional<Video> present = videos.lock(tx, video)
                .filter(found -> found.original()
                        .filter(stored -> stored.objectKey().equals(original))
                        .isPresent());
        present.ifPresent(found -> {
            change.accept(found);
            journal.touched(tx, video, true);
        });
        return present.isPresent();
    }
}
