package io.vidstead.catalog;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What people do to videos: owners and administrators edit, moderators may also delete. Others are refused: with 404 where
 * they may not know that the video exists, else with 403.
 */
@ApplicationScoped
class VideoEditor {

    private final Transactions transactions;
    private final VideoStore videos;
    private final ThumbnailStore thumbnails;
    private final ChangeJournal journal;
    private final Clock clock;

    VideoEditor(
            Transactions transactions,
            VideoStore videos,
            ThumbnailStore thumbnails,
            ChangeJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.videos = videos;
        this.thumbnails = thumbnails;
        this.journal = journal;
        this.clock = clock;
    }

    void edit(Caller caller, VideoId id, @Nullable String ifMatch, VideoChanges changes) {
        transactions.run(tx -> {
            Video video = lock(tx, caller, id, Role.ADMINISTRATOR);
            EditCondition.check(ifMatch, video.version());
            VideoDetails details = changes.applyTo(video.details());
            Integer thumbnail = changes.thumbnail() == null ? null : thumbnailNumber(tx, id, changes.thumbnail());
            boolean premium = changes.premium() == null ? video.premium() : changes.premium();
            if (thumbnail != null || premium != video.premium() || !details.equals(video.details())) {
                videos.setPremium(tx, id, premium);
                videos.setDetails(tx, id, details, thumbnail, clock.instant());
                journal.record(
                        tx,
                        new VideoEvent.Updated(
                                id,
                                video.owner(),
                                details.privacy().code(),
                                details.privacy() != video.details().privacy()),
                        caller.require());
            }
        });
    }

    void delete(Caller caller, VideoId id) {
        transactions.run(tx -> {
            Video video = lock(tx, caller, id, Role.MODERATOR);
            videos.setDeleted(tx, id, clock.instant());
            journal.record(
                    tx,
                    new VideoEvent.Deleted(id, video.owner(), video.original().map(Original::objectKey)),
                    caller.require());
        });
    }

    /** Fails unless the caller may edit the video. */
    void requireEditable(Caller caller, VideoId id) {
        transactions.run(tx -> lock(tx, caller, id, Role.ADMINISTRATOR));
    }

    /** Makes a stored picture the one the video is shown by. Returns the one it replaces, whose object may go. */
    Optional<ThumbnailRecord> setThumbnail(Caller caller, VideoId id, ThumbnailRecord picture) {
        return transactions.call(tx -> {
            Video video = lock(tx, caller, id, Role.ADMINISTRATOR);
            Optional<ThumbnailRecord> replaced = thumbnails.list(tx, id).stream()
                    .filter(t ->
                            t.number() == picture.number() && !t.objectKey().equals(picture.objectKey()))
                    .findFirst();
            thumbnails.upsert(tx, id, List.of(picture));
            videos.setDetails(tx, id, video.details(), picture.number(), clock.instant());
            journal.record(tx, Catalog.updated(video), caller.require());
            return replaced;
        });
    }

    private Video lock(Handle tx, Caller caller, VideoId id, Role otherwise) {
        caller.require();
        Video video = videos.lock(tx, id).filter(v -> Visibility.to(caller, v)).orElseThrow(Catalog::notFound);
        if (!caller.is(video.owner()) && !caller.role().atLeast(otherwise)) {
            throw Problem.forbidden("not_owner", "Only its owner may do this to a video.");
        }
        return video;
    }

    private int thumbnailNumber(Handle tx, VideoId id, int index) {
        List<ThumbnailRecord> all = thumbnails.list(tx, id);
        if (index < 0 || index >= all.size()) {
            throw VideoDetails.invalid("thumbnail", "must be the index of one of the video's thumbnails");
        }
        return all.get(index).number();
    }
}
