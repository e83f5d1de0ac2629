package io.vidstead.captions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.captions.CaptionReader.Words;
import io.vidstead.catalog.CaptionTrack;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.Cue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/captions}: written words of a video. */
@Path("/api/v1/videos/{id}/captions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CaptionResource {

    private final CaptionReader reader;
    private final CaptionEditor editor;
    private final Caller caller;

    CaptionResource(CaptionReader reader, CaptionEditor editor, Caller caller) {
        this.reader = reader;
        this.editor = editor;
        this.caller = caller;
    }

    /** What a video has of captions; the preferred first. */
    record Listed(List<CaptionPayload> captions) {}

    /** Captions with their words, to be edited. */
    record Document(CaptionPayload captions, List<CueBody> cues) {}

    /**
     * All cues as they are to be, and what else is to change.
     *
     * @param label,language,preferred null: as before
     */
    record Edited(
            @Nullable List<@Nullable CueBody> cues,
            @Nullable String label,
            @Nullable String language,
            @Nullable Boolean preferred) {}

    @GET
    public Listed list(@PathParam("id") VideoId id) {
        return new Listed(reader.list(caller, id));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response add(
            @PathParam("id") VideoId id,
            @QueryParam("language") @Nullable String language,
            @QueryParam("label") @Nullable String label,
            InputStream file)
            throws IOException {
        editor.requireEditable(caller, id);
        if (language == null) {
            throw Problem.caller("bad_language", "The query must name the language: ?language=de.");
        }
        CaptionTrack track = editor.add(caller, id, language, Optional.ofNullable(label), CaptionUpload.file(file));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/videos/" + id + "/captions/" + track.name())
                .header(HttpHeaders.ETAG, CaptionTags.of(track))
                .entity(reader.payload(caller, id, track))
                .build();
    }

    @GET
    @Path("{name}")
    public Response get(@PathParam("id") VideoId id, @PathParam("name") String name) {
        Words words = reader.read(caller, id, name);
        return document(id, words.track(), words.cues());
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(
            @PathParam("id") VideoId id,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Edited edited) {
        editor.requireEditable(caller, id);
        List<Cue> cues = CaptionUpload.cues(edited.cues());
        return edit(
                id, name, ifMatch, new CaptionEditor.Edit(cues, edited.label(), edited.language(), edited.preferred()));
    }

    @PUT
    @Path("{name}/file")
    @Consumes(MediaType.WILDCARD)
    public Response replace(
            @PathParam("id") VideoId id,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream file)
            throws IOException {
        editor.requireEditable(caller, id);
        return edit(id, name, ifMatch, new CaptionEditor.Edit(CaptionUpload.file(file), null, null, null));
    }

    @DELETE
    @Path("{name}")
    public void delete(@PathParam("id") VideoId id, @PathParam("name") String name) {
        editor.remove(caller, id, name);
    }

    private Response edit(VideoId id, String name, @Nullable String ifMatch, CaptionEditor.Edit edit) {
        return document(id, editor.edit(caller, id, name, ifMatch, edit), edit.cues());
    }

    private Response document(VideoId id, CaptionTrack track, List<Cue> cues) {
        return Response.ok(new Document(
                        reader.payload(caller, id, track),
                        cues.stream().map(CueBody::editable).toList()))
                .header(HttpHeaders.ETAG, CaptionTags.of(track))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
