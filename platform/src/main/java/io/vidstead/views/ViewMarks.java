package io.vidstead.views;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code view_marks}: when each viewer's view of a video was last counted. */
@ApplicationScoped
class ViewMarks {

    private record Key(VideoId video, String viewer) {}

    /** Those of the views that count, in a window of their own each. The same views again: none. */
    List<View> mark(Handle tx, List<View> views) {
        List<View> counted = new ArrayList<>();
        for (List<View> round : rounds(views)) {
            counted.addAll(markDistinct(tx, round));
        }
        return counted;
    }

    /** Removes marks that can refuse nothing any more. */
    int deleteBefore(Handle handle, Instant time) {
        return handle.createUpdate("delete from view_marks where counted_at < :time")
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * A statement may touch a row once only, so each round has a viewer of a video once. There is a second one only where
     * the batch is a backlog of more than a window.
     */
    private static List<List<View>> rounds(List<View> views) {
        List<List<View>> rounds = new ArrayList<>();
        Map<Key, List<View>> kept = new HashMap<>();
        views.stream().sorted(Comparator.comparing(View::at)).forEach(view -> {
            List<View> earlier = kept.computeIfAbsent(new Key(view.videoId(), view.viewer()), _ -> new ArrayList<>());
            if (earlier.isEmpty() || !view.at().isBefore(earlier.getLast().at().plus(View.WINDOW))) {
                if (rounds.size() == earlier.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(earlier.size()).add(view);
                earlier.add(view);
            }
        });
        return rounds;
    }

    /** In order of the key, so that two of these never wait for each other in a circle. */
    private static List<View> markDistinct(Handle tx, List<View> views) {
        return tx.createQuery("""
                        insert into view_marks as m (video_id, viewer, counted_at)
                        select n.video_id, n.viewer, n.at
                        from unnest(string_to_array(:videos, ','), string_to_array(:viewers, ','),
                                    string_to_array(:times, ',')::timestamptz[]) as n (video_id, viewer, at)
                        order by n.video_id, n.viewer
                        on conflict (video_id, viewer) do update set counted_at = excluded.counted_at
                        where excluded.counted_at >= m.counted_at + interval '30 minutes'
                        returning video_id, viewer, counted_at
                        """)
                .bind("videos", joined(views, view -> view.videoId().value()))
                .bind("viewers", joined(views, View::viewer))
                .bind("times", joined(views, view -> view.at().toString()))
                .map((row, _) -> new View(
                        Columns.videoId(row, "video_id"), row.getString("viewer"), Columns.instant(row, "counted_at")))
                .list();
    }

    private static String joined(List<View> views, Function<View, String> text) {
        return views.stream().map(text).collect(Collectors.joining(","));
    }
}
