package io.vidstead.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/replacement}: how the new file of a video does. For those who may edit the video. */
@Path("/api/v1/videos/{id}/replacement")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReplacementResource {

    private final Replacements replacements;
    private final VideoEditor editor;
    private final Transactions transactions;
    private final Caller caller;

    ReplacementResource(Replacements replacements, VideoEditor editor, Transactions transactions, Caller caller) {
        this.replacements = replacements;
        this.editor = editor;
        this.transactions = transactions;
        this.caller = caller;
    }

    /**
     * @param status {@code uploading}, {@code processing} or {@code refused}; one that plays is a replacement no more
     * @param progress percent of the processing
     */
    record Payload(
            VideoId videoId,
            String status,
            int progress,
            long fileSize,
            Instant begunAt,
            VideoPayload.@Nullable Failure error) {

        static Payload of(Replacement replacement) {
            return new Payload(
                    replacement.videoId(),
                    replacement.state().stage(),
                    replacement.progress(),
                    replacement.sizeBytes(),
                    replacement.begun(),
                    replacement.state() instanceof Replacement.State.Refused(var code, var detail)
                            ? new VideoPayload.Failure(code, detail)
                            : null);
        }
    }

    /** @param replacement null when no new file is on its way */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(@Nullable Payload replacement) {}

    @GET
    public Answer get(@PathParam("id") VideoId id) {
        editor.requireEditable(caller, id);
        return new Answer(replacements.find(id).map(Payload::of).orElse(null));
    }

    /** Forgets a refusal. */
    @DELETE
    public void dismiss(@PathParam("id") VideoId id) {
        editor.requireEditable(caller, id);
        transactions.run(tx -> replacements.dismiss(tx, id));
    }
}
