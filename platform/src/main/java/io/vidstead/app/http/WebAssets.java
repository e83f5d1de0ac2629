package io.vidstead.app.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Serves the built web app: its files, and its start page for every address that is a page of the app.
 *
 * <p>The folder is read once, at start; only files found then are ever served, so no address can lead out of it.
 */
@ApplicationScoped
class WebAssets {

    private static final Logger LOG = Logger.getLogger(WebAssets.class);
    private static final String START_PAGE = "/index.html";
    /** Before the resources: what no resource takes they answer themselves, and do not pass on. */
    private static final int BEFORE_RESOURCES = 5;

    /** Beginnings of addresses that are never pages of the app. */
    private static final List<String> NOT_PAGES =
            List.of("/api", "/media", "/health", "/.well-known", "/ws", "/q", "/docs", "/openapi", "/metrics");

    private final ProblemWriter problems;
    private final Map<String, WebAsset> assets;

    WebAssets(ProblemWriter problems, Settings.Web web) {
        this.problems = problems;
        this.assets =
                web.dir().filter(WebAssets::isThere).map(WebAsset::readAll).orElse(Map.of());
    }

    private static boolean isThere(Path folder) {
        if (!Files.isDirectory(folder)) {
            LOG.warnf("There is no web app in %s; only the API answers", folder);
            return false;
        }
        return true;
    }

    void register(@Observes Router router) {
        if (!assets.isEmpty()) {
            router.route().order(BEFORE_RESOURCES).handler(this::handle);
        }
    }

    private void handle(RoutingContext request) {
        String path = request.normalizedPath();
        if (NOT_PAGES.stream().anyMatch(beginning -> path.equals(beginning) || path.startsWith(beginning + "/"))) {
            request.next();
            return;
        }
        HttpMethod method = request.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            problems.send(
                    request,
                    Problem.caller("method_not_allowed", "This address does not take that method.")
                            .status(405));
            return;
        }
        WebAsset asset = assets.get(path.equals("/") ? START_PAGE : path);
        if (asset == null && looksLikePage(path)) {
            asset = assets.get(START_PAGE);
        }
        if (asset == null) {
            problems.send(request, Problem.notFound("not_found", "There is nothing here."));
            return;
        }
        send(request, asset);
    }

    private static void send(RoutingContext request, WebAsset asset) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, asset.cacheControl());
        response.putHeader(HttpHeaders.ETAG, asset.etag());
        if (asset.hasVariants()) {
            response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (asset.etag().equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        WebAsset.Variant variant = asset.variantFor(request.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.contentType());
        if (variant.encoding() != null) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, variant.encoding());
        }
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(variant.size()));
            response.end();
            return;
        }
        response.sendFile(variant.file().toString()).onFailure(cause -> failed(request, cause));
    }

    private static void failed(RoutingContext request, Throwable cause) {
        if (request.response().closed()) {
            LOG.debugf("The client of %s went away: %s", request.normalizedPath(), cause.getMessage());
        } else {
            request.fail(cause);
        }
    }

    /** The last part of a file's name has a dot; user names may have one too. */
    private static boolean looksLikePage(@Nullable String path) {
        return path != null
                && (path.startsWith("/channel")
                        || path.startsWith("/@")
                        || path.indexOf('.', path.lastIndexOf('/')) < 0);
    }
}
