package io.vidstead.playback;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.catalog.ReducedWatched;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.EntityTags;
import io.vidstead.kernel.http.FileSender;
import io.vidstead.kernel.http.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * {@code /media/{video}/…}: what players fetch. A route of its own on the event loop, because files then go from the disk to
 * the socket without passing through this process; only a folder that is not at hand is looked up on another thread.
 */
@ApplicationScoped
class MediaRoute {

    private static final Logger LOG = Logger.getLogger(MediaRoute.class);
    private static final int BEFORE_OTHERS = -100;
    private static final String SHORT = "max-age=2";
    private static final String LONGER = "max-age=60";

    private final MediaFolders folders;
    private final SignedPaths signatures;
    private final FileSender sender;
    private final Event<ReducedWatched> reducedWatched;
    private final String corsOrigin;

    MediaRoute(
            MediaFolders folders,
            SignedPaths signatures,
            FileSender sender,
            Event<ReducedWatched> reducedWatched,
            Settings settings) {
        this.folders = folders;
        this.signatures = signatures;
        this.sender = sender;
        this.reducedWatched = reducedWatched;
        this.corsOrigin = settings.media().corsOrigin();
    }

    void register(@Observes Router router) {
        router.route("/media/*").order(BEFORE_OTHERS).handler(this::cors);
        router.route(HttpMethod.GET, "/media/*").order(BEFORE_OTHERS).handler(this::get);
        router.route(HttpMethod.HEAD, "/media/*").order(BEFORE_OTHERS).handler(this::get);
    }

    private void cors(RoutingContext request) {
        HttpServerResponse response = request.response();
        response.putHeader("Access-Control-Allow-Origin", corsOrigin);
        response.putHeader(
                "Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag, Date, Age");
        response.putHeader("Timing-Allow-Origin", corsOrigin);
        if (!corsOrigin.equals("*")) {
            response.putHeader(HttpHeaders.VARY, "Origin");
        }
        if (!request.request().method().equals(HttpMethod.OPTIONS)) {
            request.next();
            return;
        }
        response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        response.putHeader("Access-Control-Allow-Headers", "Range, If-Range, If-None-Match, Cache-Control");
        response.putHeader("Access-Control-Max-Age", "86400");
        response.setStatusCode(204).end();
    }

    private void get(RoutingContext request) {
        Optional<MediaPath> parsed =
                Optional.ofNullable(request.request().path()).flatMap(MediaPath::parse);
        if (parsed.isEmpty()) {
            request.next();
            return;
        }
        MediaPath path = parsed.get();
        if (path.signature().isPresent() && !signed(path, path.signature().get())) {
            refuse(request, 403, "Not allowed", "bad_signature", "The address was altered or has expired.");
            return;
        }
        folders.atHand(path.video())
                .ifPresentOrElse(folder -> answer(request, path, folder), () -> lookUp(request, path));
    }

    private boolean signed(MediaPath path, MediaPath.Signature signature) {
        return signatures.valid(path.video(), signature);
    }

    private void lookUp(RoutingContext request, MediaPath path) {
        Context eventLoop = request.vertx().getOrCreateContext();
        Thread.ofVirtual().name("media-", 0).start(() -> {
            try {
                Optional<MediaFolder> folder = folders.find(path.video());
                eventLoop.runOnContext(_ -> answer(request, path, folder));
            } catch (RuntimeException e) {
                LOG.warnf("Could not look up the media of %s: %s", path.video(), e);
                eventLoop.runOnContext(_ -> {
                    request.response().putHeader(HttpHeaders.RETRY_AFTER, "2");
                    refuse(request, 503, "Not available at the moment", "media_away", "Please try again.");
                });
            }
        });
    }

    private void answer(RoutingContext request, MediaPath path, Optional<MediaFolder> found) {
        if (found.isEmpty()
                || (found.get().guards(path.file()) && path.signature().isEmpty())) {
            notFound(request);
            return;
        }
        MediaFolder folder = found.get();
        Optional<StoredFile> file = folder.file(path.file());
        if (file.isPresent()) {
            send(request, folder, path.file(), file.get());
        } else {
            if (folder.takeReduced()) {
                reducedWatched.fireAsync(new ReducedWatched(path.video()));
            }
            folder.manifest(path.file())
                    .ifPresentOrElse(
                            manifest -> send(request, folder.guards(path.file()), folder.isComplete(), manifest),
                            () -> notFound(request));
        }
    }

    private void send(RoutingContext request, MediaFolder folder, String name, StoredFile file) {
        String whole = folder.guards(name) ? FileSender.PRIVATE_IMMUTABLE : FileSender.IMMUTABLE;
        // What is kept of a file must be of one length, so nothing is while it grows.
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, folder.isGrowing() ? "no-store" : whole);
        sender.send(request, file);
    }

    private static void send(RoutingContext request, boolean guarded, boolean complete, Manifest manifest) {
        HttpServerResponse response = request.response();
        String age = complete ? LONGER : SHORT;
        response.putHeader(HttpHeaders.CACHE_CONTROL, (guarded ? "private, " : "public, ") + age);
        response.putHeader(HttpHeaders.ETAG, manifest.etag());
        if (EntityTags.anyMatches(request.request().getHeader(HttpHeaders.IF_NONE_MATCH), manifest.etag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, manifest.contentType());
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(manifest.content().length()))
                    .end();
        } else {
            response.end(manifest.content());
        }
    }

    private static void notFound(RoutingContext request) {
        refuse(request, 404, "Not found", "media_not_found", "There is nothing here.");
    }

    private static void refuse(RoutingContext request, int status, String title, String code, String detail) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end("""
                        {"type":"about:blank","title":"%s","status":%d,"code":"%s","detail":"%s"}""".formatted(title, status, code, detail));
    }
}
