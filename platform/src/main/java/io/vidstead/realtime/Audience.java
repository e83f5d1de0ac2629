package io.vidstead.realtime;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Who may listen to what. Asks the database: never on an event loop, and only a few at once, also when thousands come back. */
@ApplicationScoped
class Audience {

    private static final int AT_ONCE = 8;

    private final Catalog catalog;
    private final Semaphore asking = new Semaphore(AT_ONCE);

    Audience(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the connection may listen; what there is not and what may not be known are the same. */
    boolean admits(Connection connection, String channel) {
        if (channel.startsWith(Channels.USER)) {
            UserId user = connection.user();
            return user != null && channel.equals(Channels.USER + user);
        }
        return channel.startsWith(Channels.VIDEO)
                && VideoId.parse(channel.substring(Channels.VIDEO.length()))
                        .filter(video -> maySee(connection, video))
                        .isPresent();
    }

    /** Those of them who may not see the video, or no longer. */
    List<Connection> noLonger(String video, List<Connection> listeners) {
        Optional<Video> found = VideoId.parse(video).flatMap(catalog::find);
        return listeners.stream()
                .filter(connection -> found.filter(known -> catalog.maySee(connection.caller(), known))
                        .isEmpty())
                .toList();
    }

    private boolean maySee(Connection connection, VideoId video) {
        asking.acquireUninterruptibly();
        try {
            return catalog.find(video)
                    .filter(known -> catalog.maySee(connection.caller(), known))
                    .isPresent();
        } finally {
            asking.release();
        }
    }
}
