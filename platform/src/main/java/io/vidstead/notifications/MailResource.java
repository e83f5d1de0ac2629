package io.vidstead.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.engines.mail.LocalOutbox;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.SigningKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/admin/mail}: the letters that stayed here because no SMTP server is set. For administrators. */
@Path("/api/v1/admin/mail")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MailResource {

    private static final String LIST = "mail";

    private final LocalOutbox outbox;
    private final Cursors cursors;
    private final Caller caller;
    private final boolean kept;

    MailResource(LocalOutbox outbox, SigningKey key, Caller caller, Settings.Mail settings) {
        this.outbox = outbox;
        this.cursors = new Cursors(key);
        this.caller = caller;
        this.kept = settings.smtp().isEmpty();
    }

    record Entry(long id, Instant time, String to, String subject) {}

    /** @param kept whether new letters stay here; false: an SMTP server sends them */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(boolean kept, List<Entry> mails, @Nullable String nextCursor) {}

    record Whole(long id, Instant time, String to, String subject, String headers, String text, String html) {}

    /** The newest first. */
    @GET
    public Page list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        caller.require(Role.ADMINISTRATOR);
        PageRequest request = PageRequest.of(null, limit, cursor);
        long below = request.cursor()
                .map(text -> Long.parseLong(cursors.read(LIST, text).getFirst()))
                .orElse(Long.MAX_VALUE);
        List<LocalOutbox.Kept> found = outbox.list(below, request.limit() + 1);
        List<LocalOutbox.Kept> page = found.subList(0, Math.min(found.size(), request.limit()));
        String next = found.size() > page.size()
                ? cursors.write(LIST, String.valueOf(page.getLast().number()))
                : null;
        return new Page(
                kept,
                page.stream()
                        .map(mail -> new Entry(mail.number(), mail.time(), mail.to(), mail.subject()))
                        .toList(),
                next);
    }

    @GET
    @Path("{id}")
    public Whole read(@PathParam("id") long id) {
        caller.require(Role.ADMINISTRATOR);
        return outbox.find(id)
                .map(mail -> new Whole(
                        mail.number(),
                        mail.time(),
                        mail.to(),
                        mail.subject(),
                        mail.headers(),
                        mail.text(),
                        mail.html()))
                .orElseThrow(() -> Problem.notFound("mail_not_found", "There is no such letter."));
    }
}
