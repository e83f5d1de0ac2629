package io.vidstead.worldevents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.catalog.VideoCard;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/world-events}: what several channels talk about in these days. */
@Path("/api/v1/world-events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WorldEventResource {

    /** Of each event in the list. */
    private static final int SHOWN = 4;

    /**
     * @param title its terms in one line
     * @param videos in the list the latest four, else all; the latest first
     */
    record Payload(
            VideoId eventId,
            String title,
            List<String> terms,
            Instant beganAt,
            Instant latestAt,
            int videoCount,
            int channelCount,
            List<VideoCard> videos) {

        Payload shortened() {
            return new Payload(
                    eventId,
                    title,
                    terms,
                    beganAt,
                    latestAt,
                    videoCount,
                    channelCount,
                    videos.subList(0, Math.min(SHOWN, videos.size())));
        }
    }

    record Payloads(List<Payload> events) {}

    private final WorldEventStore store;
    private final PublicVideos videos;
    private final Transactions transactions;
    private final Caller caller;

    WorldEventResource(WorldEventStore store, PublicVideos videos, Transactions transactions, Caller caller) {
        this.store = store;
        this.videos = videos;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** Those of most videos first. */
    @GET
    public Payloads list(@QueryParam("limit") @Nullable Integer limit) {
        int wanted = PageRequest.of(null, limit, null).limit();
        List<WorldEvent> events = transactions.read(store::list);
        Map<VideoId, VideoCard> cards = videos.cards(
                caller,
                events.stream()
                        .flatMap(event -> event.videos().stream())
                        .distinct()
                        .toList());
        List<Payload> shown = new ArrayList<>();
        for (WorldEvent event : events) {
            shown(event, cards).filter(_ -> shown.size() < wanted).ifPresent(each -> shown.add(each.shortened()));
        }
        return new Payloads(shown);
    }

    @GET
    @Path("{id}")
    public Payload get(@PathParam("id") VideoId id) {
        return transactions
                .read(handle -> store.find(handle, id))
                .flatMap(event -> shown(event, videos.cards(caller, event.videos())))
                .orElseThrow(() -> Problem.notFound("event_not_found", "There is no such event, or no longer."));
    }

    /** Absent when too little of it may still be shown. */
    private static Optional<Payload> shown(WorldEvent event, Map<VideoId, VideoCard> cards) {
        List<VideoCard> left =
                event.videos().stream().map(cards::get).filter(Objects::nonNull).toList();
        int channels =
                (int) left.stream().map(card -> card.user().userId()).distinct().count();
        if (left.size() < Clustering.LEAST || channels < Clustering.CHANNELS) {
            return Optional.empty();
        }
        return Optional.of(new Payload(
                event.id(),
                String.join(" · ", event.terms()),
                event.terms(),
                event.began(),
                event.latest(),
                left.size(),
                channels,
                left));
    }
}
