package io.vidstead.realtime;

import io.vidstead.catalog.VideoChanged;
import io.vidstead.engines.pubsub.PubSub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the nodes with sockets that a video changed, perhaps in who may see it. Runs wherever videos are changed. */
@ApplicationScoped
class ChangedVideos {

    static final String TRANSPORT = "realtime.changed-videos";

    private final PubSub messages;

    ChangedVideos(PubSub messages) {
        this.messages = messages;
    }

    void changed(@Observes VideoChanged change) {
        if (change.lists()) {
            messages.publish(TRANSPORT, change.videoId().value());
        }
    }
}
