package io.vidstead.catalog;

import static io.vidstead.kernel.Columns.instantOrNull;
import static io.vidstead.kernel.Columns.text;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads the view {@code stored_files} and keeps what is known of files that are gone. */
@ApplicationScoped
class StoredFileStore {

    private static final String SUMS = """
            coalesce(sum(f.size_bytes) filter (where f.kind = 'original'), 0) as originals,
            coalesce(sum(f.size_bytes) filter (where f.kind = 'rendition'), 0) as renditions,
            coalesce(sum(f.size_bytes) filter (where f.kind not in ('original', 'rendition')), 0) as others
            """;

    List<StorageSums.OfKind> sums(Handle handle) {
        return handle.createQuery("""
                        select kind, case when kind in ('rendition', 'derivative') then name else '' end as what,
                               count(*) as files, sum(size_bytes) as bytes
                        from stored_files group by 1, 2 order by 1, 2
                        """)
                .map((row, _) -> new StorageSums.OfKind(
                        row.getString("kind"), row.getString("what"), row.getLong("files"), row.getLong("bytes")))
                .list();
    }

    /** The largest first. */
    List<StorageSums.OfUser> users(Handle handle, int offset, int limit) {
        return handle.createQuery("select f.user_id, count(distinct f.video_id) as videos, " + SUMS + """
                        from stored_files f group by f.user_id
                        order by sum(f.size_bytes) desc, f.user_id offset :offset limit :limit
                        """)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, _) -> new StorageSums.OfUser(
                        Columns.userId(row, "user_id"),
                        row.getLong("videos"),
                        row.getLong("originals"),
                        row.getLong("renditions"),
                        row.getLong("others")))
                .list();
    }

    long countUsers(Handle handle) {
        return handle.createQuery("select count(distinct user_id) from stored_files")
                .mapTo(Long.class)
                .one();
    }

    /** The largest first; deleted ones as long as there are files of them. */
    List<StorageSums.OfVideo> videos(Handle handle, UserId owner, int offset, int limit) {
        return handle.createQuery("select v.video_id, v.title, v.original_lost, v.reduced_at, " + SUMS + """
                        from stored_files f join videos v on v.video_id = f.video_id
                        where f.user_id = :owner group by v.video_id
                        order by sum(f.size_bytes) desc, v.video_id offset :offset limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, _) -> new StorageSums.OfVideo(
                        Columns.videoId(row, "video_id"),
                        row.getString("title"),
                        row.getLong("originals"),
                        row.getLong("renditions"),
                        row.getLong("others"),
                        text(row, "original_lost").map(OriginalLoss::of),
                        Optional.ofNullable(instantOrNull(row, "reduced_at"))))
                .list();
    }

    long countVideos(Handle handle, UserId owner) {
        return handle.createQuery("select count(distinct video_id) from stored_files where user_id = :owner")
                .bind("owner", owner.value())
                .mapTo(Long.class)
                .one();
    }

    void setLoss(Handle tx, VideoId video, OriginalLoss loss) {
        tx.createUpdate("update videos set original_lost = :loss where video_id = :video")
                .bind("video", video.value())
                .bind("loss", loss.code())
                .execute();
    }

    void setReduced(Handle tx, VideoId video, Optional<Instant> since) {
        tx.createUpdate("update videos set reduced_at = :since where video_id = :video")
                .bind("video", video.value())
                .bind("since", since.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .execute();
    }

    void retireOriginal(Handle tx, VideoId video, Original original) {
        tx.createUpdate("""
                        insert into replaced_originals (object_key, video_id, size_bytes)
                        values (:key, :video, :size) on conflict do nothing
                        """)
                .bind("key", original.objectKey())
                .bind("video", video.value())
                .bind("size", original.sizeBytes())
                .execute();
    }

    void forgetRetired(Handle tx, VideoId video) {
        tx.createUpdate("delete from replaced_originals where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    /** Nothing of a deleted video is stored any more. */
    void forgetDeleted(Handle tx, VideoId video) {
        int deleted = tx.createUpdate("""
                        update videos set original_key = null where video_id = :video and deleted_at is not null
                        """).bind("video", video.value()).execute();
        if (deleted == 1) {
            for (String table : List.of(
                    "renditions",
                    "thumbnails",
                    "captions",
                    "earlier_captions",
                    "dismissed_captions",
                    "derivatives",
                    "replaced_originals")) {
                tx.createUpdate("delete from " + table + " where video_id = :video")
                        .bind("video", video.value())
                        .execute();
            }
        }
    }

    /** Videos that were refused before this time and whose files are still stored. */
    List<VideoId> listRefusedBefore(Handle handle, Instant time, int limit) {
        return handle.createQuery("""
                        select video_id from videos
                        where stage = 'failed' and not playable and deleted_at is null and updated_at < :time
                          and original_key is not null and original_lost is null
                        order by updated_at limit :limit
                        """)
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, _) -> Columns.videoId(row, "video_id"))
                .list();
    }

    /** All videos with an original, in order of their ids. */
    List<VideoId> listAfter(Handle handle, String after, int limit) {
        return handle.createQuery("""
                        select video_id from videos
                        where video_id > :after and original_key is not null and deleted_at is null
                        order by video_id limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> Columns.videoId(row, "video_id"))
                .list();
    }

    long count(Handle handle) {
        return handle.createQuery("select count(*) from videos where original_key is not null and deleted_at is null")
                .mapTo(Long.class)
                .one();
    }
}
