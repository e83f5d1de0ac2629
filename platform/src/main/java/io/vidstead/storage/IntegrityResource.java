package io.vidstead.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/admin/integrity}: whether what is stored is what it was. For administrators. */
@Path("/api/v1/admin/integrity")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IntegrityResource {

    private static final int MAX_DAMAGES = 200;

    private final ScrubStore passes;
    private final DamageStore damages;
    private final Scrub scrub;
    private final Repairs repairs;
    private final Transactions transactions;
    private final Caller caller;

    IntegrityResource(
            ScrubStore passes,
            DamageStore damages,
            Scrub scrub,
            Repairs repairs,
            Transactions transactions,
            Caller caller) {
        this.passes = passes;
        this.damages = damages;
        this.scrub = scrub;
        this.repairs = repairs;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** @param endedAt null while it runs */
    record Pass(
            long files,
            long bytes,
            long damaged,
            Instant begunAt,
            @Nullable Instant endedAt) {
        static @Nullable Pass of(Optional<ScrubPass> found) {
            return found.map(pass -> new Pass(
                            pass.files(),
                            pass.bytes(),
                            pass.damaged(),
                            pass.begun(),
                            pass.ended().orElse(null)))
                    .orElse(null);
        }
    }

    /** @param state {@code repairing}, {@code repaired} or {@code lost} */
    record DamagePayload(
            String file,
            @Nullable VideoId videoId,
            String kind,
            String name,
            String reason,
            String state,
            Instant foundAt,
            @Nullable Instant settledAt) {
        static DamagePayload of(Damage damage) {
            return new DamagePayload(
                    damage.key().value(),
                    damage.video().orElse(null),
                    damage.kind(),
                    damage.name(),
                    damage.reason(),
                    damage.state().code(),
                    damage.found(),
                    damage.settled().orElse(null));
        }
    }

    /**
     * @param running the pass that reads now; null between passes
     * @param last the last whole one; null before the first
     * @param damages those under repair first, then the latest; at most 200
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Report(
            @Nullable Pass running, @Nullable Pass last, long repairing, long lost, List<DamagePayload> damages) {}

    @GET
    public Report report() {
        caller.require(Role.ADMINISTRATOR);
        repairs.follow();
        return transactions.call(tx -> new Report(
                Pass.of(passes.findRunning(tx)),
                Pass.of(passes.findLast(tx).filter(ScrubPass::isReal)),
                damages.count(tx, Damage.State.REPAIRING),
                damages.count(tx, Damage.State.LOST),
                damages.list(tx, MAX_DAMAGES).stream().map(DamagePayload::of).toList()));
    }

    /** Everything is read soon, not only when it is due. Nothing happens while it is being read. */
    @POST
    @Path("check")
    public Response check() {
        caller.require(Role.ADMINISTRATOR);
        scrub.begin();
        return Response.accepted().build();
    }
}
