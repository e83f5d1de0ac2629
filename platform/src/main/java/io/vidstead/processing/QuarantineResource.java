package io.vidstead.processing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** {@code /api/v1/admin/quarantine}: what the virus scanner recognised, for administrators. */
@Path("/api/v1/admin/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class QuarantineResource {

    private static final int LIMIT = 500;

    private final QuarantineStore store;
    private final Transactions transactions;
    private final Caller caller;

    QuarantineResource(QuarantineStore store, Transactions transactions, Caller caller) {
        this.store = store;
        this.transactions = transactions;
        this.caller = caller;
    }

    record Quarantined(List<Entry> entries) {}

    /** @param reason the scanner's name for what it recognised */
    record Entry(String videoId, String reason, Instant foundAt) {}

    /** The latest 500. */
    @GET
    public Quarantined list() {
        caller.require(Role.ADMINISTRATOR);
        return new Quarantined(transactions.read(handle -> store.list(handle, LIMIT)).stream()
                .map(entry -> new Entry(entry.videoId(), entry.signature(), entry.foundAt()))
                .toList());
    }
}
