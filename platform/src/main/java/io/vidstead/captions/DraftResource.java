package io.vidstead.captions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.engines.transcription.Transcriber.Ability;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/caption-draft}: the owner has a program write captions. */
@Path("/api/v1/videos/{id}/caption-draft")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DraftResource {

    private final CaptionEditor editor;
    private final Drafts drafts;
    private final Caller caller;

    DraftResource(CaptionEditor editor, Drafts drafts, Caller caller) {
        this.editor = editor;
        this.drafts = drafts;
        this.caller = caller;
    }

    /** @param language null: the video's own, or to be found out */
    record Order(@Nullable String language) {}

    /**
     * What can be written here by a program, and what is.
     *
     * @param available whether there is a program
     * @param why there is none, and what to do about it
     * @param languages that it knows; empty: many
     * @param draft null: none was asked for, or it is done
     */
    record Drafting(
            boolean available,
            @Nullable String why,
            List<String> languages,
            @Nullable DraftPayload draft) {}

    @GET
    public Drafting get(@PathParam("id") VideoId id) {
        editor.requireEditable(caller, id);
        DraftPayload draft = drafts.find(id).map(DraftPayload::of).orElse(null);
        return switch (drafts.ability()) {
            case Ability.Ready(var _, var languages, var _) ->
                new Drafting(true, null, languages.stream().sorted().toList(), draft);
            case Ability.Absent(var why) -> new Drafting(false, why, List.of(), draft);
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(@PathParam("id") VideoId id, @NotNull @Valid Order order) {
        Draft draft = drafts.order(editor.requireEditable(caller, id), order.language());
        return Response.accepted(DraftPayload.of(draft)).build();
    }
}
