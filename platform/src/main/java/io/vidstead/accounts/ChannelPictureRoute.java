package io.vidstead.accounts;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.kernel.http.FileSender;
import io.vidstead.kernel.http.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Serves channel pictures. Their names change with their content: caches may keep them for ever. */
@ApplicationScoped
class ChannelPictureRoute {

    /** Before the videos' media, which live beside it. */
    private static final int EARLY = -10;

    private final FileSender sender;

    ChannelPictureRoute(FileSender sender) {
        this.sender = sender;
    }

    void register(@Observes Router router) {
        router.route(ChannelPicture.PATH + ":file")
                .order(EARLY)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .blockingHandler(this::send, false);
    }

    private void send(RoutingContext request) {
        String name = request.normalizedPath().substring(ChannelPicture.PATH.length());
        Optional<StoredFile> file = ChannelPicture.keyOf(name).flatMap(key -> sender.find(key, "image/jpeg"));
        if (file.isEmpty()) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, FileSender.IMMUTABLE);
        sender.send(request, file.get());
    }
}
