package io.vidstead.recommendations;

import io.vidstead.catalog.Category;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Choices.Weights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code taste_choices} and {@code taste_refusals}. */
@ApplicationScoped
class ChoiceStore {

    /** What somebody does not want to be offered. */
    sealed interface Refusal {
        record OfVideo(VideoId video) implements Refusal {}

        record OfChannel(UserId channel) implements Refusal {}

        private String kind() {
            return switch (this) {
                case OfVideo _ -> "video";
                case OfChannel _ -> "channel";
            };
        }

        private String target() {
            return switch (this) {
                case OfVideo(VideoId video) -> video.value();
                case OfChannel(UserId channel) -> channel.toString();
            };
        }

        private static Refusal of(String kind, String target) {
            return kind.equals("video")
                    ? new OfVideo(VideoId.fromString(target))
                    : new OfChannel(UserId.fromString(target));
        }
    }

    Choices find(Handle handle, UserId user) {
        return handle.createQuery("""
                        select personalised, fresh, subscriptions, short, categories
                        from taste_choices where user_id = :user
                        """)
                .bind("user", user)
                .map((row, _) -> new Choices(
                        row.getBoolean("personalised"),
                        new Weights(row.getInt("fresh"), row.getInt("subscriptions"), row.getInt("short")),
                        Arrays.stream((String[]) row.getArray("categories").getArray())
                                .flatMap(code -> Category.find(code).stream())
                                .collect(Collectors.toSet())))
                .findOne()
                .orElse(Choices.NONE);
    }

    /** @param since what happened before is not learned; null leaves that as it is */
    void put(Handle tx, UserId user, Choices choices, @Nullable Instant since) {
        tx.createUpdate("""
                        insert into taste_choices as c (user_id, personalised, since, fresh, subscriptions, short, categories)
                        values (:user, :personalised, :since, :fresh, :subscriptions, :short, string_to_array(:categories, ','))
                        on conflict (user_id) do update
                        set personalised = excluded.personalised, since = coalesce(excluded.since, c.since),
                            fresh = excluded.fresh, subscriptions = excluded.subscriptions, short = excluded.short,
                            categories = excluded.categories
                        """)
                .bind("user", user)
                .bind("personalised", choices.personalised())
                .bind("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .bind("fresh", choices.weights().fresh())
                .bind("subscriptions", choices.weights().subscriptions())
                .bind("short", choices.weights().shorter())
                .bind("categories", codes(choices.categories()))
                .execute();
    }

    private static String codes(Set<Category> categories) {
        return categories.stream().map(Category::code).sorted().collect(Collectors.joining(","));
    }

    /** The latest first, at most so many. */
    List<Refusal> refusals(Handle handle, UserId user, int limit) {
        return handle.createQuery("""
                        select kind, target from taste_refusals where user_id = :user
                        order by refused_at desc limit :limit
                        """)
                .bind("user", user)
                .bind("limit", limit)
                .map((row, _) -> Refusal.of(row.getString("kind"), row.getString("target")))
                .list();
    }

    /** Refused again it is the latest. */
    void refuse(Handle tx, UserId user, Refusal refusal, Instant now) {
        tx.createUpdate("""
                        insert into taste_refusals (user_id, kind, target, refused_at)
                        values (:user, :kind, :target, :now)
                        on conflict (user_id, kind, target) do update set refused_at = excluded.refused_at
                        """)
                .bind("user", user)
                .bind("kind", refusal.kind())
                .bind("target", refusal.target())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @param refusal absent: all of them */
    void allow(Handle tx, UserId user, Optional<Refusal> refusal) {
        tx.createUpdate("""
                        delete from taste_refusals
                        where user_id = :user and (:kind = '' or (kind = :kind and target = :target))
                        """)
                .bind("user", user)
                .bind("kind", refusal.map(Refusal::kind).orElse(""))
                .bind("target", refusal.map(Refusal::target).orElse(""))
                .execute();
    }
}
