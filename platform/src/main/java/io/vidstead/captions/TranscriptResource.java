package io.vidstead.captions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.captions.CaptionReader.Words;
import io.vidstead.catalog.CaptionTrack;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.VideoId;
import io.vidstead.kernel.http.EntityTags;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/transcript}: what is said in a video, as plain text with times. */
@Path("/api/v1/videos/{id}/transcript")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TranscriptResource {

    private final CaptionReader reader;
    private final Caller caller;

    TranscriptResource(CaptionReader reader, Caller caller) {
        this.reader = reader;
        this.caller = caller;
    }

    /**
     * What is said in a video.
     *
     * @param captions the name of the captions it was read from
     * @param automatic whether a program heard it and nobody has read it since
     */
    record Payload(
            VideoId videoId,
            String captions,
            @Nullable String language,
            String label,
            boolean automatic,
            List<CueBody> cues) {}

    @GET
    public Response get(
            @PathParam("id") VideoId id,
            @QueryParam("captions") @Nullable String captions,
            @QueryParam("language") @Nullable String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Words words = reader.choose(caller, id, captions, language);
        String tag = CaptionTags.of(words.track());
        Response.ResponseBuilder answer =
                EntityTags.anyMatches(ifNoneMatch, tag) ? Response.notModified() : Response.ok(payload(id, words));
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static Payload payload(VideoId id, Words words) {
        CaptionTrack track = words.track();
        return new Payload(
                id,
                track.name(),
                track.language().orElse(null),
                track.label(),
                track.origin() == CaptionTrack.Origin.AUTOMATIC,
                words.cues().stream().map(CueBody::plain).toList());
    }
}
