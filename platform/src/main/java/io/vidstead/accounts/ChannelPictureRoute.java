package io.vidstead.accounts;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.engines.objects.StorageException;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.http.FileSender;
import io.vidstead.kernel.http.ProblemAnswers;
import io.vidstead.kernel.http.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Serves channel pictures. Their names change with their content: caches may keep them for ever. */
@ApplicationScoped
class ChannelPictureRoute {

    /** Before the videos' media, which live beside it. */
    private static final int EARLY = -10;

    private static final Logger LOG = Logger.getLogger(ChannelPictureRoute.class);
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final FileSender sender;
    private final ProblemAnswers problems;

    ChannelPictureRoute(FileSender sender, ProblemAnswers problems) {
        this.sender = sender;
        this.problems = problems;
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
        Optional<StoredFile> file;
        try {
            file = ChannelPicture.keyOf(name).flatMap(key -> sender.find(key, "image/jpeg"));
        } catch (StorageException e) {
            LOG.warnf("The picture %s is not at hand: %s", name, e.getMessage());
            problems.send(request, Problem.unavailable("media_away", "Please try again.", COME_BACK));
            return;
        }
        if (file.isEmpty()) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, FileSender.IMMUTABLE);
        sender.send(request, file.get());
    }
}
