package io.vidstead.history;

import io.vidstead.catalog.WatchPositions;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Where each viewer stopped. The position goes back and forth; the share that was seen and "completed" never go back. */
@ApplicationScoped
class WatchHistory implements WatchPositions {

    private static final double COMPLETED_PERCENT = 90;

    private final Transactions transactions;
    private final Clock clock;

    WatchHistory(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param position,length in seconds
     * @return false when nothing was kept, because the viewer has paused their history
     */
    boolean put(UserId viewer, VideoId video, double position, double length) {
        double percent = length > 0 ? Math.clamp(position / length * 100, 0, 100) : 0;
        return transactions.call(tx -> tx.createUpdate("""
                        insert into watch_history as h (user_id, video_id, watch_position, watch_percentage, completed,
                                                        created_at, updated_at)
                        select :viewer, :video, :position, :percent, :completed, :now, :now
                        where not exists (select from history_choices where user_id = :viewer and paused)
                        on conflict (user_id, video_id) do update
                        set watch_position = excluded.watch_position,
                            watch_percentage = greatest(h.watch_percentage, excluded.watch_percentage),
                            completed = h.completed or excluded.completed,
                            updated_at = excluded.updated_at
                        """)
                        .bind("viewer", viewer.value())
                        .bind("video", video.value())
                        .bind("position", (int) Math.min(position, Integer.MAX_VALUE))
                        .bind("percent", BigDecimal.valueOf(percent).setScale(2, RoundingMode.DOWN))
                        .bind("completed", percent >= COMPLETED_PERCENT)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1);
    }

    @Override
    public Map<VideoId, Integer> find(UserId viewer, Collection<VideoId> videos) {
        if (videos.isEmpty()) {
            return Map.of();
        }
        return transactions.read(handle -> handle.createQuery("""
                        select video_id, watch_position from watch_history
                        where user_id = :viewer and video_id = any(string_to_array(:videos, ','))
                        """)
                .bind("viewer", viewer.value())
                .bind("videos", videos.stream().map(VideoId::value).collect(Collectors.joining(",")))
                .map((row, _) -> Map.entry(Columns.videoId(row, "video_id"), row.getInt("watch_position")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
