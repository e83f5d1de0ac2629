package io.vidstead.trending;

import io.vidstead.kernel.VideoId;
import io.vidstead.trending.TrendScore.Crowd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The rows of {@code trend_marks} and {@code trend_touched}. */
@ApplicationScoped
class MarkStore {

    private static final Duration AGED = Duration.ofDays(3);
    private static final Duration REPUTATION = Duration.ofDays(31);

    /** What somebody did with a video; null for what the event does not say. */
    record Mark(
            VideoId video,
            String viewer,
            @Nullable String network,
            @Nullable Instant accountAt,
            boolean seen,
            boolean liked,
            boolean shared,
            Instant at) {

        LocalDate day() {
            return at.atOffset(ZoneOffset.UTC).toLocalDate();
        }

        Mark and(Mark other) {
            return new Mark(
                    video,
                    viewer,
                    network == null ? other.network : network,
                    accountAt == null ? other.accountAt : accountAt,
                    seen || other.seen,
                    liked || other.liked,
                    shared || other.shared,
                    at.isAfter(other.at) ? at : other.at);
        }
    }

    /**
     * Two statements; the same again changes nothing.
     *
     * @param marks a video, viewer and day once each
     */
    void add(Handle tx, Collection<Mark> marks) {
        tx.createUpdate("""
                        insert into trend_marks as m (video_id, viewer, day, network, account_at, seen, liked, shared, at)
                        select n.video_id, n.viewer, n.day, nullif(n.network, ''), nullif(n.account_at, '')::timestamptz,
                               n.seen, n.liked, n.shared, n.at
                        from unnest(string_to_array(:videos, ','), string_to_array(:viewers, ','),
                                    string_to_array(:days, ',')::date[], string_to_array(:networks, ','),
                                    string_to_array(:accounts, ','), string_to_array(:seen, ',')::boolean[],
                                    string_to_array(:liked, ',')::boolean[], string_to_array(:shared, ',')::boolean[],
                                    string_to_array(:times, ',')::timestamptz[])
                             as n (video_id, viewer, day, network, account_at, seen, liked, shared, at)
                        order by n.video_id, n.viewer, n.day
                        on conflict (video_id, viewer, day) do update
                        set network = coalesce(m.network, excluded.network),
                            account_at = coalesce(m.account_at, excluded.account_at),
                            seen = m.seen or excluded.seen, liked = m.liked or excluded.liked,
                            shared = m.shared or excluded.shared, at = greatest(m.at, excluded.at)
                        """)
                .bind("videos", joined(marks, mark -> mark.video().value()))
                .bind("viewers", joined(marks, Mark::viewer))
                .bind("days", joined(marks, mark -> mark.day().toString()))
                .bind("networks", joined(marks, mark -> text(mark.network())))
                .bind("accounts", joined(marks, mark -> text(mark.accountAt())))
                .bind("seen", joined(marks, mark -> Boolean.toString(mark.seen())))
                .bind("liked", joined(marks, mark -> Boolean.toString(mark.liked())))
                .bind("shared", joined(marks, mark -> Boolean.toString(mark.shared())))
                .bind("times", joined(marks, mark -> mark.at().toString()))
                .execute();
        touch(tx, marks.stream().map(Mark::video).distinct().toList());
    }

    /** Likes that were taken back, on whatever day they were given. */
    void unlike(Handle tx, Collection<Mark> marks) {
        tx.createUpdate("""
                        update trend_marks m set liked = false
                        from unnest(string_to_array(:videos, ','), string_to_array(:viewers, ',')) as n (video_id, viewer)
                        where m.video_id = n.video_id and m.viewer = n.viewer and m.liked
                        """)
                .bind("videos", joined(marks, mark -> mark.video().value()))
                .bind("viewers", joined(marks, Mark::viewer))
                .execute();
        touch(tx, marks.stream().map(Mark::video).distinct().toList());
    }

    private static void touch(Handle tx, Collection<VideoId> videos) {
        tx.createUpdate("""
                        insert into trend_touched (video_id) select * from unnest(string_to_array(:videos, ',')) order by 1
                        on conflict do nothing
                        """).bind("videos", joined(videos, VideoId::value)).execute();
    }

    /** Takes the touched videos out of their list. */
    List<VideoId> takeTouched(Handle tx) {
        return tx.createQuery("delete from trend_touched returning video_id")
                .map((row, _) -> new VideoId(row.getString("video_id")))
                .list();
    }

    /**
     * Who did something with each video, by networks. Two statements; nested loops stay off until the transaction ends: the
     * marks of a crowd that has just come are in no statistics yet, and joined in loops they took minutes.
     *
     * @param reference the moment to which all is discounted
     * @param only these videos; absent: all
     */
    Map<VideoId, List<Crowd>> crowds(
            Handle tx, TimeRange range, Instant reference, Instant now, Optional<Collection<VideoId>> only) {
        tx.execute("set local enable_nestloop = off");
        String decay = range.halfLife().isPresent()
                ? "power(2::double precision, extract(epoch from p.at - :reference) / :half)"
                : "1";
        Query query = tx.createQuery("""
                        with people as (
                            select video_id, viewer, max(network) as network, bool_or(seen) as seen,
                                   bool_or(liked) as liked, bool_or(shared) as shared, max(at) as at
                            from trend_marks where at > :from %s group by video_id, viewer
                        ), reputations as (
                            select viewer, coalesce(min(account_at) <= :aged, false) and count(distinct video_id) >= 3
                                           and count(distinct day) >= 2 as known
                            from trend_marks
                            where day >= :reputation and viewer in (select viewer from people) group by viewer
                        )
                        select p.video_id, coalesce(r.known, false) as known, count(*) as people,
                               avg((:view + p.liked::int * :like + p.shared::int * :share) * %s) as mean
                        from people p left join reputations r on r.viewer = p.viewer
                        where p.seen group by p.video_id, coalesce(p.network, ''), coalesce(r.known, false)
                        """.formatted(
                                only.isPresent() ? "and video_id = any (string_to_array(:videos, ','))" : "", decay))
                .bind("from", now.minus(range.length()).atOffset(ZoneOffset.UTC))
                .bind("aged", now.minus(AGED).atOffset(ZoneOffset.UTC))
                .bind(
                        "reputation",
                        now.minus(REPUTATION).atOffset(ZoneOffset.UTC).toLocalDate())
                .bind("view", TrendScore.VIEW)
                .bind("like", TrendScore.LIKE)
                .bind("share", TrendScore.SHARE);
        only.ifPresent(videos -> query.bind("videos", joined(videos, VideoId::value)));
        range.halfLife()
                .ifPresent(half -> query.bind("reference", reference.atOffset(ZoneOffset.UTC))
                        .bind("half", half.toSeconds()));
        Map<VideoId, List<Crowd>> crowds = new HashMap<>();
        query.map((row, _) -> Map.entry(
                        new VideoId(row.getString("video_id")),
                        new Crowd(row.getBoolean("known"), row.getLong("people"), row.getDouble("mean"))))
                .forEach(entry -> crowds.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return crowds;
    }

    void deleteBefore(Handle tx, Instant time) {
        tx.createUpdate("delete from trend_marks where day < :day")
                .bind("day", time.atOffset(ZoneOffset.UTC).toLocalDate())
                .execute();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static <T> String joined(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(","));
    }
}
