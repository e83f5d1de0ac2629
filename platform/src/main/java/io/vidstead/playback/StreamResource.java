package io.vidstead.playback;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Entitlements;
import io.vidstead.catalog.Privacy;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.Map;

/** {@code /api/v1/videos/{id}/stream}: leads a player that knows only the video's id to a manifest. */
@Path("/api/v1/videos/{id}/stream")
@RunOnVirtualThread
class StreamResource {

    private static final Map<String, Integer> HEIGHTS = Map.of(
            "144p", 144, "240p", 240, "360p", 360, "480p", 480, "720p", 720, "1080p", 1080, "1440p", 1440, "2160p",
            2160, "4k", 2160);

    private final Catalog catalog;
    private final SignedPaths paths;
    private final Entitlements entitlements;
    private final Caller caller;

    StreamResource(Catalog catalog, SignedPaths paths, Entitlements entitlements, Caller caller) {
        this.catalog = catalog;
        this.paths = paths;
        this.entitlements = entitlements;
        this.caller = caller;
    }

    /**
     * @param quality {@code auto}, or one that the video has: then the manifest holds that and the sound
     * @param format {@code hls} or {@code dash}
     */
    @GET
    public Response redirect(
            @PathParam("id") VideoId id,
            @QueryParam("quality") @DefaultValue("auto") String quality,
            @QueryParam("format") @DefaultValue("hls") String format) {
        boolean dash = switch (format) {
            case "hls" -> false;
            case "dash" -> true;
            default -> throw Problem.caller("bad_format", "format must be hls or dash.");
        };
        if (!quality.equals("auto") && !HEIGHTS.containsKey(quality)) {
            throw Problem.caller("bad_quality", "quality must be auto, 144p, 240p, 360p, 480p, 720p, 1080p or 4k.");
        }
        Video video = catalog.requireVisible(caller, id);
        if (!video.state().playable()) {
            throw Problem.notFound("not_playable", "The video cannot be watched yet.");
        }
        String only = quality.equals("auto") ? "" : "-" + rendition(id, quality);
        String manifest = dash ? "manifest" + only + ".mpd" : "master" + only + ".m3u8";
        // As text: the platform's own Location would name the host the client claimed.
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, folder(video) + manifest)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private String folder(Video video) {
        boolean guarded = video.premium() || video.details().privacy() == Privacy.PRIVATE;
        return guarded && entitlements.mayPlay(caller, video)
                ? caller.userId()
                        .map(viewer -> paths.folder(video.id(), viewer))
                        .orElseGet(() -> paths.folder(video.id()))
                : paths.folder(video.id());
    }

    private String rendition(VideoId id, String quality) {
        int height = HEIGHTS.getOrDefault(quality, 0);
        return catalog.renditions(id).stream()
                .filter(r -> r.kind() == RenditionRecord.Kind.VIDEO)
                .filter(r -> r.name().equals(quality) || Math.min(r.width(), r.height()) == height)
                .min(Comparator.comparing(r -> !r.name().equals(quality)))
                .map(RenditionRecord::name)
                .orElseThrow(() -> Problem.notFound("quality_not_found", "The video has no such quality."));
    }
}
