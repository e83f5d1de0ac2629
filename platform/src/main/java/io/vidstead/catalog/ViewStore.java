package io.vidstead.catalog;

import static io.vidstead.kernel.Columns.instantOrNull;
import static io.vidstead.kernel.Columns.text;

import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads a video's page, in two statements. */
@ApplicationScoped
class ViewStore {

    private final RenditionStore renditions;

    ViewStore(RenditionStore renditions) {
        this.renditions = renditions;
    }

    Optional<VideoView> find(Handle handle, VideoId video) {
        return handle.createQuery("""
                        select v.video_id, v.user_id, v.title, v.description, v.category, v.tags, v.language, v.privacy,
                               v.premium, v.stage, v.playable, v.error_code, v.error_detail, v.original_key, v.file_size, v.sha256,
                               v.duration_ms, v.width, v.height, v.fps, v.video_codec, v.audio_codec, v.bitrate_bps,
                               v.version, v.created_at, v.updated_at, v.published_at, v.original_lost, v.reduced_at,
                               v.progress, v.expected_at,
                               c.view_count, c.like_count, c.dislike_count, c.comment_count, c.share_count,
                               t.file_name, t.placeholder,
                               array(select s.file_name from thumbnails s
                                     where s.video_id = v.video_id order by s.number) as stills,
                        """ + DerivativeStore.COLUMNS + """
                        from videos v
                        join video_counts c on c.video_id = v.video_id
                        left join thumbnails t on t.video_id = v.video_id and t.number = v.thumbnail
                        """ + DerivativeStore.LOUDNESS + """
                        where v.video_id = :video and v.deleted_at is null
                        """)
                .bind("video", video.value())
                .map((row, _) -> view(row, renditions.list(handle, video)))
                .findOne();
    }

    private static VideoView view(ResultSet row, List<RenditionRecord> renditions) throws SQLException {
        return new VideoView(
                VideoStore.video(row),
                row.getInt("progress"),
                Optional.ofNullable(instantOrNull(row, "expected_at")),
                VideoView.Counts.of(row),
                text(row, "file_name"),
                text(row, "placeholder"),
                VideoStore.strings(row.getArray("stills")),
                renditions,
                DerivativeStore.derived(row));
    }
}
