package io.vidstead.history;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.VideoCards;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/me/history}: what the caller watched, newest first. Nobody sees anybody else's. */
@Path("/api/v1/me/history")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HistoryResource {

    private static final String LIST = "history";

    /** What the caller wants from now on. */
    record Wanted(@NotNull Boolean paused) {}

    private final Transactions transactions;
    private final HistoryStore entries;
    private final Forgetting forgetting;
    private final VideoCards cards;
    private final Cursors cursors;
    private final Caller caller;

    HistoryResource(
            Transactions transactions,
            HistoryStore entries,
            Forgetting forgetting,
            VideoCards cards,
            SigningKey key,
            Caller caller) {
        this.transactions = transactions;
        this.entries = entries;
        this.forgetting = forgetting;
        this.cards = cards;
        this.cursors = new Cursors(key);
        this.caller = caller;
    }

    @GET
    public HistoryAnswers.Page list(
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UserId viewer = caller.require();
        PageRequest request = PageRequest.of(page, limit, cursor);
        Optional<HistoryStore.Position> after = request.cursor().map(this::position);
        List<HistoryStore.Row> read =
                transactions.read(handle -> entries.page(handle, viewer, after, request.offset(), request.limit() + 1));
        boolean more = read.size() > request.limit();
        List<HistoryStore.Row> rows = more ? read.subList(0, request.limit()) : read;
        Map<VideoId, VideoCard> seen =
                cards.find(caller, rows.stream().map(HistoryStore.Row::video).toList());
        return new HistoryAnswers.Page(
                rows.stream()
                        .map(row -> entry(row, Optional.ofNullable(seen.get(row.video()))))
                        .toList(),
                new Pagination(
                        request.page(),
                        request.limit(),
                        rows.isEmpty() ? 0 : rows.getFirst().total(),
                        more,
                        more ? cursor(rows.getLast()) : null));
    }

    @DELETE
    public void clear() {
        forgetting.all(caller.require());
    }

    @DELETE
    @Path("{video}")
    public void remove(@PathParam("video") VideoId video) {
        forgetting.one(caller.require(), video);
    }

    @GET
    @Path("choice")
    public HistoryAnswers.Choice choice() {
        UserId viewer = caller.require();
        return new HistoryAnswers.Choice(transactions.read(handle -> entries.paused(handle, viewer)));
    }

    @PUT
    @Path("choice")
    @Consumes(MediaType.APPLICATION_JSON)
    public HistoryAnswers.Choice choose(@NotNull @Valid Wanted wanted) {
        UserId viewer = caller.require();
        transactions.run(tx -> entries.setPaused(tx, viewer, wanted.paused()));
        return new HistoryAnswers.Choice(wanted.paused());
    }

    private static HistoryAnswers.Entry entry(HistoryStore.Row row, Optional<VideoCard> card) {
        return new HistoryAnswers.Entry(
                row.video(),
                card.isPresent(),
                card.map(video -> video.watched(row.position())).orElse(null),
                row.position(),
                row.completed(),
                row.watched());
    }

    private String cursor(HistoryStore.Row last) {
        return cursors.write(name(), last.watchedKey(), last.video().value());
    }

    private HistoryStore.Position position(String cursor) {
        List<String> keys = cursors.read(name(), cursor);
        return new HistoryStore.Position(keys.get(0), keys.get(1));
    }

    private String name() {
        return LIST + " " + caller.require();
    }
}
