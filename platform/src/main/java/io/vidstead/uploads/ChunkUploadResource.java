package io.vidstead.uploads;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.DataSize;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plain protocol: initiate, chunks in order, complete. */
@Path("/api/v1/videos/upload")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ChunkUploadResource {

    private final Uploads uploads;
    private final Caller caller;
    private final Settings.Uploads settings;

    ChunkUploadResource(Uploads uploads, Caller caller, Settings.Uploads settings) {
        this.uploads = uploads;
        this.caller = caller;
        this.settings = settings;
    }

    /**
     * @param title the file's name when absent
     * @param replaces an own video whose file this one takes the place of; it keeps its details, so none may be given
     */
    record Initiate(
            @Nullable String title,
            @Nullable String description,
            @Nullable String category,
            @Nullable List<String> tags,
            @Nullable String privacy,
            @Nullable String language,
            @Nullable Boolean premium,
            @NotNull @Nullable Long fileSize,
            @Nullable String fileType,
            @Nullable String fileName,
            @Nullable String replaces) {}

    /** What an initiated upload needs to go on. */
    record Initiated(UploadId uploadId, String uploadUrl, long chunkSize, Instant expiresAt, VideoId videoId) {}

    /** How far an upload is. */
    record Progress(UploadId uploadId, long bytesUploaded, long totalBytes, String status, VideoId videoId) {

        static Progress of(Upload upload) {
            String status = switch (upload.state()) {
                case OPEN -> "uploading";
                case COMPLETED -> "completed";
                case ABORTED -> "aborted";
            };
            return new Progress(upload.id(), upload.received(), upload.declaredSize(), status, upload.videoId());
        }
    }

    /** @param sha256 of the whole file, in hexadecimal digits; checked when given */
    record Complete(@Nullable String sha256) {}

    /** @param estimatedProcessingTime seconds until it plays, at a guess */
    record Completed(VideoId videoId, String status, long estimatedProcessingTime) {}

    @POST
    @Path("initiate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response initiate(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @NotNull @Valid Initiate body) {
        String fileName = Objects.requireNonNullElse(body.fileName(), "");
        Upload upload = uploads.create(
                caller.require(),
                new NewUpload(
                        purpose(body, fileName),
                        Objects.requireNonNull(body.fileSize()),
                        Objects.requireNonNullElse(body.fileType(), "").toLowerCase(Locale.ROOT),
                        fileName,
                        false),
                IdempotencyKey.parse(key));
        String url = "/api/v1/videos/upload/" + upload.id();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, url)
                .entity(new Initiated(
                        upload.id(), url + "/chunk", settings.chunkSize().bytes(), upload.expires(), upload.videoId()))
                .build();
    }

    private static NewUpload.Purpose purpose(Initiate body, String fileName) {
        if (body.replaces() != null) {
            return NewUpload.replacing(
                    body.replaces(),
                    body.title(),
                    body.description(),
                    body.category(),
                    body.tags(),
                    body.privacy(),
                    body.language());
        }
        String title = body.title() == null || body.title().isBlank()
                ? VideoDetails.titleFromFileName(fileName)
                : body.title();
        return new NewUpload.Purpose.NewVideo(
                VideoDetails.of(
                        title, body.description(), body.category(), body.tags(), body.privacy(), body.language()),
                Boolean.TRUE.equals(body.premium()));
    }

    @PUT
    @Path("{upload}/chunk")
    @Consumes(MediaType.WILDCARD)
    public Progress chunk(
            @PathParam("upload") UploadId id,
            @HeaderParam("Content-Range") @Nullable String contentRange,
            InputStream body,
            RoutingContext request) {
        ContentRange range = ContentRange.parse(contentRange);
        range.requireWithin(uploads.requireOwn(id, caller.require()));
        return Progress.of(
                uploads.append(id, caller.require(), range.first(), IncomingBytes.of(body, Optional.empty(), request)));
    }

    @GET
    @Path("{upload}")
    public Response progress(@PathParam("upload") UploadId id) {
        return Response.ok(Progress.of(uploads.require(id, caller.require())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("{upload}/complete")
    @Consumes(MediaType.WILDCARD)
    public Completed complete(@PathParam("upload") UploadId id, @Nullable Complete body) {
        Optional<String> sha256 = Optional.ofNullable(body).map(Complete::sha256);
        Upload upload = uploads.complete(id, caller.require(), sha256);
        return new Completed(upload.videoId(), "processing", guessSeconds(upload));
    }

    @DELETE
    @Path("{upload}")
    public void abort(@PathParam("upload") UploadId id) {
        uploads.abort(id, caller.require());
    }

    /** Packaging is bound by the disk. */
    private static long guessSeconds(Upload upload) {
        return 1 + upload.declaredSize() / DataSize.ofMebibytes(300).bytes();
    }
}
