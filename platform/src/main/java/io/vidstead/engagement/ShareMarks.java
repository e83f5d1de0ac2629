package io.vidstead.engagement;

import io.vidstead.catalog.CountChange;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code share_marks}: which shares were counted. */
@ApplicationScoped
class ShareMarks {

    /** What counts of these shares; the same again: nothing. One statement, in order of the key. */
    Map<VideoId, CountChange> mark(Handle tx, List<Share> shares) {
        return tx.createQuery("""
                        with marked as (
                            insert into share_marks (video_id, viewer, day)
                            select distinct n.video_id, n.viewer, n.day
                            from unnest(string_to_array(:videos, ','), string_to_array(:viewers, ','),
                                        string_to_array(:days, ',')::date[]) as n (video_id, viewer, day)
                            order by n.video_id, n.viewer, n.day
                            on conflict do nothing
                            returning video_id
                        )
                        select video_id, count(*) as shares from marked group by video_id
                        """)
                .bind("videos", joined(shares, share -> share.videoId().value()))
                .bind("viewers", joined(shares, Share::viewer))
                .bind("days", joined(shares, share -> share.day().toString()))
                .map((row, _) ->
                        Map.entry(Columns.videoId(row, "video_id"), CountChange.ofShares(row.getLong("shares"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int deleteBefore(Handle handle, LocalDate day) {
        return handle.createUpdate("delete from share_marks where day < :day")
                .bind("day", day)
                .execute();
    }

    private static String joined(List<Share> shares, Function<Share, String> text) {
        return shares.stream().map(text).collect(Collectors.joining(","));
    }
}
