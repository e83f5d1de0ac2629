package io.vidstead.uploads;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.objects.ExpectedDigest;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * tus 1.0.0 (https://tus.io/protocols/resumable-upload): core, creation, creation-with-upload, expiration, checksum and
 * termination. The last byte completes the upload.
 */
@Path("/api/v1/tus")
@TusProtocol
@RunOnVirtualThread
class TusResource {

    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String EXPIRES = "Upload-Expires";
    private static final String VERSION = TusVersionFilter.VERSION;
    private static final String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
    private static final String CONTENT_TYPE = "application/offset+octet-stream";

    private final Uploads uploads;
    private final Caller caller;
    private final Settings.Uploads settings;

    TusResource(Uploads uploads, Caller caller, Settings.Uploads settings) {
        this.uploads = uploads;
        this.caller = caller;
        this.settings = settings;
    }

    @OPTIONS
    public Response options() {
        return Response.noContent()
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Checksum-Algorithm", "sha1,sha256")
                .header("Tus-Max-Size", settings.maxSize().bytes())
                .build();
    }

    @OPTIONS
    @Path("{upload}")
    public Response optionsOfUpload(@PathParam("upload") String id) {
        return options();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response create(
            @HeaderParam(RESUMABLE) @Nullable String version,
            @HeaderParam(LENGTH) @Nullable String length,
            @HeaderParam("Upload-Defer-Length") @Nullable String deferred,
            @HeaderParam("Upload-Concat") @Nullable String concat,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String idempotencyKey,
            InputStream body,
            RoutingContext request) {
        requireVersion(version);
        if (deferred != null || concat != null) {
            throw Problem.caller(
                    "extension_unsupported", "Deferred lengths and concatenation are not offered; see OPTIONS.");
        }
        NewUpload declared = declaration(TusHeaders.bytes(LENGTH, length), TusHeaders.metadata(metadata));
        boolean withBody = CONTENT_TYPE.equals(type);
        Optional<ExpectedDigest> digest = TusHeaders.checksum(checksum);
        if (!withBody && IncomingBytes.contentLength(request).orElse(0L) > 0) {
            throw wrongType();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.parse(idempotencyKey);
        Upload upload = uploads.create(caller.require(), declared, key);
        if (key.isPresent()) {
            // It may have been created before, and have bytes.
            upload = requireNotEnded(uploads.require(upload.id(), upload.owner()));
        }
        if (withBody && upload.received() == 0) {
            upload = uploads.append(upload.id(), upload.owner(), 0, IncomingBytes.of(body, digest, request));
        }
        return answer(Response.status(Response.Status.CREATED), upload)
                .header(HttpHeaders.LOCATION, "/api/v1/tus/" + upload.id()) // relative: right behind any proxy
                .build();
    }

    @HEAD
    @Path("{upload}")
    public Response offset(@PathParam("upload") UploadId id, @HeaderParam(RESUMABLE) @Nullable String version) {
        requireVersion(version);
        Upload upload = requireNotEnded(uploads.require(id, caller.require()));
        return answer(Response.ok(), upload)
                .header(LENGTH, upload.declaredSize())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PATCH
    @Path("{upload}")
    @Consumes(MediaType.WILDCARD)
    public Response append(
            @PathParam("upload") UploadId id,
            @HeaderParam(RESUMABLE) @Nullable String version,
            @HeaderParam(OFFSET) @Nullable String offset,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body,
            RoutingContext request) {
        requireVersion(version);
        if (!CONTENT_TYPE.equals(type)) {
            throw wrongType();
        }
        Upload upload = uploads.append(
                id,
                caller.require(),
                TusHeaders.bytes(OFFSET, offset),
                IncomingBytes.of(body, TusHeaders.checksum(checksum), request));
        return answer(Response.noContent(), upload).build();
    }

    @DELETE
    @Path("{upload}")
    public Response terminate(@PathParam("upload") UploadId id, @HeaderParam(RESUMABLE) @Nullable String version) {
        requireVersion(version);
        uploads.abort(id, caller.require());
        return Response.noContent().build();
    }

    /** For clients behind proxies that know GET and POST only. */
    @POST
    @Path("{upload}")
    @Consumes(MediaType.WILDCARD)
    public Response overridden(
            @PathParam("upload") UploadId id,
            @HeaderParam("X-HTTP-Method-Override") @Nullable String method,
            @HeaderParam(RESUMABLE) @Nullable String version,
            @HeaderParam(OFFSET) @Nullable String offset,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body,
            RoutingContext request) {
        return switch (String.valueOf(method).toUpperCase(Locale.ROOT)) {
            case "PATCH" -> append(id, version, offset, checksum, type, body, request);
            case "DELETE" -> terminate(id, version);
            case "HEAD" -> offset(id, version);
            default ->
                throw Problem.caller("method_not_allowed", "This address does not take that method.")
                        .status(405);
        };
    }

    private static NewUpload declaration(long length, Map<String, String> metadata) {
        String fileName = metadata.getOrDefault("filename", metadata.getOrDefault("name", ""));
        String type = metadata.getOrDefault("filetype", metadata.getOrDefault("type", ""));
        return new NewUpload(purpose(metadata, fileName), length, type.toLowerCase(Locale.ROOT), fileName, true);
    }

    private static NewUpload.Purpose purpose(Map<String, String> metadata, String fileName) {
        String replaces = metadata.get("replaces");
        if (replaces != null) {
            return NewUpload.replacing(
                    replaces,
                    metadata.get("title"),
                    metadata.get("description"),
                    metadata.get("category"),
                    metadata.get("tags"),
                    metadata.get("privacy"),
                    metadata.get("language"));
        }
        String title = metadata.getOrDefault("title", "");
        List<String> tags = Arrays.stream(metadata.getOrDefault("tags", "").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        VideoDetails details = VideoDetails.of(
                title.isBlank() ? VideoDetails.titleFromFileName(fileName) : title,
                metadata.get("description"),
                metadata.get("category"),
                tags,
                metadata.get("privacy"),
                metadata.get("language"));
        return new NewUpload.Purpose.NewVideo(
                details, metadata.getOrDefault("premium", "").equals("true"));
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder response, Upload upload) {
        response.header(OFFSET, upload.received())
                .header("Vidstead-Video-Id", upload.videoId().value());
        if (upload.state() == Upload.State.OPEN) {
            response.header(
                    EXPIRES,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expires().atOffset(ZoneOffset.UTC)));
        }
        return response;
    }

    private static Upload requireNotEnded(Upload upload) {
        if (upload.state() == Upload.State.ABORTED) {
            throw Problem.notFound("upload_ended", "The upload was ended or has expired.")
                    .status(410);
        }
        return upload;
    }

    private static void requireVersion(@Nullable String version) {
        if (!VERSION.equals(version)) {
            throw Problem.caller("tus_version", "Tus-Resumable must be " + VERSION + ".")
                    .status(412);
        }
    }

    private static Problem wrongType() {
        return Problem.caller("unsupported_media_type", "Bytes are sent as " + CONTENT_TYPE + ".")
                .status(415);
    }
}
