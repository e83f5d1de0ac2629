package io.vidstead.storage;

import io.hypersistence.tsid.TSID;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/admin/reencode}: encodes videos anew after a change of settings, in the background. For administrators: it
 * costs the site's processors, and an owner gains nothing that a replaced file would not give.
 */
@Path("/api/v1/admin/reencode")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReencodeResource {

    private static final int SHOWN = 20;

    private final ReencodeStore store;
    private final StoredFiles files;
    private final Catalog catalog;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    ReencodeResource(
            ReencodeStore store,
            StoredFiles files,
            Catalog catalog,
            Transactions transactions,
            Ids ids,
            Clock clock,
            Caller caller) {
        this.store = store;
        this.files = files;
        this.catalog = catalog;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    /** @param scope {@code all}, {@code outdated} or {@code video}; the last with a video's id */
    record Request(
            @NotNull @Nullable String scope, @Nullable String videoId) {}

    /** @param status {@code running}, {@code cancelled} or {@code done} */
    record Payload(
            String runId,
            String scope,
            @Nullable VideoId videoId,
            String status,
            long total,
            long seen,
            long encoded,
            long skipped,
            long failed,
            Instant begunAt,
            @Nullable Instant endedAt) {
        static Payload of(ReencodeRun run) {
            return new Payload(
                    TSID.from(run.id()).toString(),
                    run.scope().code(),
                    run.video().orElse(null),
                    run.cancelled() ? "cancelled" : run.ended().isPresent() ? "done" : "running",
                    run.total(),
                    run.seen(),
                    run.encoded(),
                    run.skipped(),
                    run.failed(),
                    run.begun(),
                    run.ended().orElse(null));
        }
    }

    record Payloads(List<Payload> runs) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@NotNull @Valid Request request) {
        UserId by = caller.require(Role.ADMINISTRATOR);
        ReencodeRun.Scope scope = scope(String.valueOf(request.scope()));
        Optional<VideoId> only = Optional.empty();
        if (scope == ReencodeRun.Scope.VIDEO) {
            only = Optional.of(requireReadable(String.valueOf(request.videoId())));
        } else if (request.videoId() != null) {
            throw Problem.caller("video_not_wanted", "A video is named only with the scope video.");
        }
        var run = new ReencodeRun(
                ids.newNumber(),
                scope,
                only,
                "",
                0,
                0,
                0,
                0,
                only.isPresent() ? 1 : files.count(),
                by,
                clock.instant(),
                Optional.empty(),
                false);
        transactions.run(tx -> store.insert(tx, run));
        return Response.accepted(Payload.of(run)).build();
    }

    /** The latest first. */
    @GET
    public Payloads list() {
        caller.require(Role.ADMINISTRATOR);
        return new Payloads(transactions.read(handle -> store.list(handle, SHOWN)).stream()
                .map(Payload::of)
                .toList());
    }

    /** What has begun is finished; nothing further is begun. */
    @DELETE
    @Path("{run}")
    public void cancel(@PathParam("run") String run) {
        caller.require(Role.ADMINISTRATOR);
        transactions.run(tx -> store.cancel(
                tx,
                Optional.of(run)
                        .filter(TSID::isValid)
                        .flatMap(id -> store.find(tx, TSID.from(id).toLong()))
                        .orElseThrow(() -> Problem.notFound("run_not_found", "There is no such run."))
                        .id()));
    }

    private VideoId requireReadable(String id) {
        Video video = VideoId.parse(id)
                .flatMap(catalog::find)
                .orElseThrow(() -> Problem.notFound("video_not_found", "There is no such video."));
        video.loss().ifPresent(loss -> {
            throw Problem.conflict("no_original", loss.sentence());
        });
        return video.id();
    }

    private static ReencodeRun.Scope scope(String code) {
        return switch (code) {
            case "all" -> ReencodeRun.Scope.ALL;
            case "outdated" -> ReencodeRun.Scope.OUTDATED;
            case "video" -> ReencodeRun.Scope.VIDEO;
            default -> throw Problem.caller("bad_scope", "scope must be all, outdated or video.");
        };
    }
}
