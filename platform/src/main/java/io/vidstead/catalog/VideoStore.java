package io.vidstead.catalog;

import static io.vidstead.kernel.Columns.instant;
import static io.vidstead.kernel.Columns.instantOrNull;
import static io.vidstead.kernel.Columns.text;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code videos} and {@code video_counts}. Deleted videos are absent from every read. */
@ApplicationScoped
class VideoStore {

    static final String COLUMNS = """
            v.video_id, v.user_id, v.title, v.description, v.category, v.tags, v.language, v.privacy, v.premium, v.stage, v.playable,
            v.error_code, v.error_detail, v.original_key, v.file_size, v.sha256, v.duration_ms, v.width, v.height, v.fps,
            v.video_codec, v.audio_codec, v.bitrate_bps, v.version, v.created_at, v.updated_at, v.published_at,
            v.original_lost, v.reduced_at
            """;

    void insert(Handle tx, VideoId video, UserId owner, VideoDetails details, VideoState state, Instant now) {
        tx.createUpdate("""
                        insert into videos (video_id, user_id, title, description, category, tags, language, privacy, stage,
                                            created_at, updated_at)
                        values (:video, :owner, :title, :description, :category, string_to_array(:tags, U&'\\001F'),
                                :language, :privacy, :stage, :now, :now)
                        """)
                .bind("video", video.value())
                .bind("owner", owner.value())
                .bindMap(columns(details))
                .bind("stage", state.stage())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        tx.createUpdate("insert into video_counts (video_id) values (:video)")
                .bind("video", video.value())
                .execute();
    }

    Optional<Video> find(Handle handle, VideoId video) {
        return select(handle, video, "");
    }

    /** Locks the row until the transaction ends. */
    Optional<Video> lock(Handle tx, VideoId video) {
        return select(tx, video, "for update");
    }

    private static Optional<Video> select(Handle handle, VideoId video, String suffix) {
        return handle.createQuery("select " + COLUMNS
                        + " from videos v where v.video_id = :video and v.deleted_at is null " + suffix)
                .bind("video", video.value())
                .map((row, _) -> video(row))
                .findOne();
    }

    void setState(Handle tx, VideoId video, VideoState state, Instant now) {
        VideoState.@Nullable Failed failure = state instanceof VideoState.Failed failed ? failed : null;
        tx.createUpdate("""
                        update videos
                        set stage = :stage, playable = :playable, error_code = :code, error_detail = :detail,
                            progress = case when :stage = 'done' then 100 when stage = :stage then progress else 0 end,
                            expected_at = case when stage = :stage then expected_at end,
                            published_at = case when :playable then coalesce(published_at, :now) end,
                            updated_at = :now
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bind("stage", state.stage())
                .bind("playable", state.playable())
                .bind("code", failure == null ? null : failure.code())
                .bind("detail", failure == null ? null : failure.detail())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void setOriginal(Handle tx, VideoId video, Original original) {
        tx.createUpdate("""
                        update videos
                        set original_key = :key, file_size = :size, sha256 = :sha256, original_lost = null, reduced_at = null
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bind("key", original.objectKey())
                .bind("size", original.sizeBytes())
                .bind("sha256", original.sha256())
                .execute();
    }

    void setFacts(Handle tx, VideoId video, MediaFacts facts) {
        tx.createUpdate("""
                        update videos
                        set duration_ms = :duration, width = :width, height = :height, fps = :fps,
                            video_codec = :videoCodec, audio_codec = :audioCodec, bitrate_bps = :bitrate
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bind("duration", facts.duration().toMillis())
                .bind("width", facts.width())
                .bind("height", facts.height())
                .bind("fps", facts.fps())
                .bind("videoCodec", facts.videoCodec())
                .bind("audioCodec", facts.audioCodec())
                .bind("bitrate", facts.bitrateBps())
                .execute();
    }

    void setSavedBytes(Handle tx, VideoId video, long bytes) {
        tx.createUpdate("update videos set saved_bytes = :bytes where video_id = :video")
                .bind("video", video.value())
                .bind("bytes", bytes)
                .execute();
    }

    /** @return whose video it is; absent when there is none */
    Optional<UserId> setProgress(Handle handle, VideoId video, int percent, @Nullable Instant expected) {
        return handle.createQuery("""
                        update videos set progress = :percent, expected_at = :expected where video_id = :video
                        returning user_id
                        """)
                .bind("video", video.value())
                .bind("percent", percent)
                .bind("expected", expected == null ? null : expected.atOffset(ZoneOffset.UTC))
                .map((row, _) -> Columns.userId(row, "user_id"))
                .findOne();
    }

    /** An edit by the owner: the version counts on. */
    void setDetails(Handle tx, VideoId video, VideoDetails details, @Nullable Integer thumbnail, Instant now) {
        tx.createUpdate("""
                        update videos
                        set title = :title, description = :description, category = :category,
                            tags = string_to_array(:tags, U&'\\001F'), language = :language, privacy = :privacy,
                            thumbnail = coalesce(:thumbnail, thumbnail), version = version + 1, updated_at = :now
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bindMap(columns(details))
                .bind("thumbnail", thumbnail)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void setPremium(Handle tx, VideoId video, boolean premium) {
        tx.createUpdate("update videos set premium = :premium where video_id = :video")
                .bind("video", video.value())
                .bind("premium", premium)
                .execute();
    }

    /** Premium videos that have pictures or sound which nobody may be served, because they are clear. */
    List<VideoId> listClearPremium(Handle handle, int limit) {
        return handle.createQuery("""
                        select v.video_id from videos v
                        where v.premium and v.playable and v.deleted_at is null
                          and exists (select from renditions r where r.video_id = v.video_id
                                      and r.key_id is null and r.replaced_at is null
                                      and (r.kind = 'audio' or r.codecs like 'avc1.%'))
                        order by v.video_id limit :limit
                        """)
                .bind("limit", limit)
                .map((row, _) -> Columns.videoId(row, "video_id"))
                .list();
    }

    void setThumbnail(Handle tx, VideoId video, int number) {
        tx.createUpdate("update videos set thumbnail = :number where video_id = :video")
                .bind("video", video.value())
                .bind("number", number)
                .execute();
    }

    void setDeleted(Handle tx, VideoId video, Instant now) {
        tx.createUpdate("update videos set deleted_at = :now, updated_at = :now where video_id = :video")
                .bind("video", video.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void remove(Handle tx, VideoId video) {
        tx.createUpdate("delete from videos where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    List<VideoId> listUnfinished(Handle handle, int limit) {
        return handle.createQuery("""
                        select video_id from videos
                        where stage not in ('uploading', 'done', 'failed') and deleted_at is null
                        order by created_at limit :limit
                        """)
                .bind("limit", limit)
                .map((row, _) -> Columns.videoId(row, "video_id"))
                .list();
    }

    /** Finished videos that were watched at least so often and have no picture in a coding, most watched first. */
    List<VideoId> listWatchedWithout(Handle handle, String coding, long views, int limit) {
        return handle.createQuery("""
                        select v.video_id from video_counts c join videos v on v.video_id = c.video_id
                        where c.view_count >= :views and v.stage = 'done' and v.deleted_at is null
                          and v.width > 0
                          and not exists (select from renditions r
                                          where r.video_id = v.video_id and r.replaced_at is null
                                            and starts_with(r.codecs, :coding))
                        order by c.view_count desc, c.video_id desc limit :limit
                        """)
                .bind("views", views)
                .bind("coding", coding)
                .bind("limit", limit)
                .map((row, _) -> Columns.videoId(row, "video_id"))
                .list();
    }

    long storedBytes(Handle handle, UserId owner) {
        return handle.createQuery(
                        "select coalesce(sum(file_size), 0) from videos where user_id = :owner and deleted_at is null")
                .bind("owner", owner.value())
                .mapTo(Long.class)
                .one();
    }

    Map<VideoId, Long> viewCounts(Handle handle, Collection<VideoId> wanted) {
        return handle.createQuery("""
                        select v.video_id, c.view_count from video_counts c join videos v on v.video_id = c.video_id
                        where v.video_id = any (string_to_array(:videos, ',')) and v.deleted_at is null
                        """)
                .bind("videos", wanted.stream().map(VideoId::value).collect(Collectors.joining(",")))
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(
                            new VideoId(row.getColumn("video_id", String.class)),
                            row.getColumn("view_count", Long.class));
                    return counts;
                });
    }

    private static Map<String, @Nullable Object> columns(VideoDetails details) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("title", details.title());
        columns.put("description", details.description());
        columns.put("category", details.category().map(Category::code).orElse(null));
        columns.put("tags", String.join("\u001f", details.tags()));
        columns.put("language", details.language().orElse(null));
        columns.put("privacy", details.privacy().code());
        return columns;
    }

    static Video video(ResultSet row) throws SQLException {
        return new Video(
                Columns.videoId(row, "video_id"),
                Columns.userId(row, "user_id"),
                new VideoDetails(
                        row.getString("title"),
                        row.getString("description"),
                        text(row, "category").flatMap(Category::find),
                        strings(row.getArray("tags")),
                        privacy(row),
                        text(row, "language")),
                row.getBoolean("premium"),
                state(row),
                original(row),
                facts(row),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                Optional.ofNullable(instantOrNull(row, "published_at")),
                text(row, "original_lost").map(OriginalLoss::of),
                Optional.ofNullable(instantOrNull(row, "reduced_at")));
    }

    static Privacy privacy(ResultSet row) throws SQLException {
        return Privacy.find(row.getString("privacy")).orElseThrow();
    }

    static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static VideoState state(ResultSet row) throws SQLException {
        boolean playable = row.getBoolean("playable");
        String stage = row.getString("stage");
        return switch (stage) {
            case "uploading" -> new VideoState.Uploading();
            case "queued" -> new VideoState.Queued();
            case "probing" -> new VideoState.Probing();
            case "publishing" -> new VideoState.Publishing();
            case "encoding" -> new VideoState.Encoding(playable);
            case "finishing" -> new VideoState.Finishing();
            case "done" -> new VideoState.Done();
            case "failed" ->
                new VideoState.Failed(
                        row.getString("error_code"),
                        Objects.requireNonNullElse(row.getString("error_detail"), ""),
                        playable);
            default -> throw new IllegalStateException("Unknown stage " + stage);
        };
    }

    private static Optional<Original> original(ResultSet row) throws SQLException {
        String key = row.getString("original_key");
        return key == null
                ? Optional.empty()
                : Optional.of(new Original(key, row.getLong("file_size"), row.getString("sha256")));
    }

    private static Optional<MediaFacts> facts(ResultSet row) throws SQLException {
        Long duration = Columns.longOrNull(row, "duration_ms");
        return duration == null
                ? Optional.empty()
                : Optional.of(new MediaFacts(
                        Duration.ofMillis(duration),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getDouble("fps"),
                        row.getString("video_codec"),
                        row.getString("audio_codec"),
                        row.getLong("bitrate_bps")));
    }
}
