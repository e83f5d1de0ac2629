package io.vidstead.worldevents;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code world_events}. */
@ApplicationScoped
class WorldEventStore {

    private static final String SELECT = "select event_id, terms, began_at, latest_at, videos from world_events";

    /** Puts these in the place of all. */
    void replace(Handle tx, List<WorldEvent> events) {
        tx.execute("delete from world_events");
        var batch = tx.prepareBatch("""
                insert into world_events (event_id, place, terms, began_at, latest_at, videos)
                values (:id, :place, :terms, :began, :latest, :videos)
                """);
        for (int place = 0; place < events.size(); place++) {
            WorldEvent event = events.get(place);
            batch.bind("id", event.id().value())
                    .bind("place", place)
                    .bind("terms", String.join("\n", event.terms()))
                    .bind("began", event.began().atOffset(ZoneOffset.UTC))
                    .bind("latest", event.latest().atOffset(ZoneOffset.UTC))
                    .bind("videos", event.videos().stream().map(VideoId::value).collect(Collectors.joining("\n")))
                    .add();
        }
        if (!events.isEmpty()) {
            batch.execute();
        }
    }

    /** Those of most videos first. */
    List<WorldEvent> list(Handle handle) {
        return handle.createQuery(SELECT + " order by place")
                .map((row, _) -> event(row))
                .list();
    }

    Optional<WorldEvent> find(Handle handle, VideoId id) {
        return handle.createQuery(SELECT + " where event_id = :id")
                .bind("id", id.value())
                .map((row, _) -> event(row))
                .findOne();
    }

    private static WorldEvent event(ResultSet row) throws SQLException {
        return new WorldEvent(
                Columns.videoId(row, "event_id"),
                List.of(row.getString("terms").split("\n")),
                Columns.instant(row, "began_at"),
                Columns.instant(row, "latest_at"),
                Arrays.stream(row.getString("videos").split("\n"))
                        .map(VideoId::new)
                        .toList());
    }
}
