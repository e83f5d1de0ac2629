package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which videos a list holds. Also the key of what is kept of it, so it must hold all that narrows the list. */
sealed interface VideoFilter {

    /** Conditions on {@code videos v}, to be joined by {@code and}. */
    String where();

    Map<String, Object> parameters();

    /** What everybody sees. */
    record Public(Optional<Category> category, Optional<UserId> owner) implements VideoFilter {
        @Override
        public String where() {
            var conditions = new ArrayList<>(List.of("v.privacy = 'public'", "v.playable", "v.deleted_at is null"));
            category.ifPresent(_ -> conditions.add("v.category = :category"));
            owner.ifPresent(_ -> conditions.add("v.user_id = :owner"));
            return String.join(" and ", conditions);
        }

        @Override
        public Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            category.ifPresent(c -> parameters.put("category", c.code()));
            owner.ifPresent(o -> parameters.put("owner", o.value()));
            return parameters;
        }
    }

    /** All of one owner's. */
    record Own(UserId owner, Optional<String> titlePart, Optional<Status> status) implements VideoFilter {
        @Override
        public String where() {
            var conditions = new ArrayList<>(List.of("v.user_id = :owner", "v.deleted_at is null"));
            titlePart.ifPresent(_ -> conditions.add("strpos(lower(v.title), lower(:part)) > 0"));
            status.ifPresent(s -> conditions.add(s.condition));
            return String.join(" and ", conditions);
        }

        @Override
        public Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put("owner", owner.value());
            titlePart.ifPresent(part -> parameters.put("part", part));
            return parameters;
        }
    }

    /** Those of some videos that a viewer may see; for whom all is to be seen, private ones of others too. */
    record Seen(Set<VideoId> videos, Optional<UserId> viewer, boolean all) implements VideoFilter {
        @Override
        public String where() {
            var conditions = new ArrayList<>(
                    List.of("v.video_id = any (string_to_array(:videos, ','))", "v.deleted_at is null"));
            if (!all) {
                String own = viewer.isPresent() ? " or v.user_id = :viewer" : "";
                conditions.add("((v.playable and v.privacy <> 'private')" + own + ")");
            }
            return String.join(" and ", conditions);
        }

        @Override
        public Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put("videos", videos.stream().map(VideoId::value).collect(Collectors.joining(",")));
            if (!all) {
                viewer.ifPresent(user -> parameters.put("viewer", user.value()));
            }
            return parameters;
        }
    }

    /** Those of some videos that everybody may find. */
    record Found(Set<VideoId> videos) implements VideoFilter {
        @Override
        public String where() {
            return "v.video_id = any (string_to_array(:videos, ',')) and v.privacy = 'public' and v.playable"
                    + " and v.deleted_at is null";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("videos", videos.stream().map(VideoId::value).collect(Collectors.joining(",")));
        }
    }

    /**
     * The newest public videos of channels: as many of each are looked at along its index as the list has rows.
     *
     * @param after where the list goes on
     */
    record OfChannels(List<UserId> channels, Optional<CardStore.Position> after) implements VideoFilter {
        @Override
        public String where() {
            return """
                    v.video_id in (
                        select f.video_id
                        from unnest(string_to_array(:channels, ',')::bigint[]) as n (user_id)
                        cross join lateral (
                            select o.video_id, o.published_at from videos o
                            where o.user_id = n.user_id and o.privacy = 'public' and o.playable
                                  and o.deleted_at is null %s
                            order by o.published_at desc, o.video_id desc limit :limit) f
                        order by f.published_at desc, f.video_id desc limit :limit)
                    """.formatted(
                            after.isPresent()
                                    ? "and (o.published_at, o.video_id) < (cast(:begin as timestamptz), :beginId)"
                                    : "");
        }

        @Override
        public Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put(
                    "channels",
                    channels.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",")));
            after.ifPresent(position -> {
                parameters.put("begin", position.sortKey());
                parameters.put("beginId", position.videoId());
            });
            return parameters;
        }
    }

    /** The coarse status of {@link VideoState#status()}, as SQL. */
    enum Status {
        UPLOADING("v.stage = 'uploading'"),
        PROCESSING("v.stage not in ('uploading', 'failed') and not v.playable"),
        READY("v.playable"),
        FAILED("v.stage = 'failed' and not v.playable");

        private final String condition;

        Status(String condition) {
            this.condition = condition;
        }
    }
}
