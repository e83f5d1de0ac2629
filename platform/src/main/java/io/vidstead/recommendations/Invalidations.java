package io.vidstead.recommendations;

import io.vidstead.engines.pubsub.PubSub;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Tells that what is known of somebody changed: this server at once, the others soon. */
@ApplicationScoped
class Invalidations {

    static final String TRANSPORT = "recommendations.changed";

    /** Fired in this process. */
    record TasteChanged(UserId user) {}

    private final Event<TasteChanged> changed;
    private final PubSub messages;

    Invalidations(Event<TasteChanged> changed, PubSub messages) {
        this.changed = changed;
        this.messages = messages;
    }

    void changed(UserId user) {
        changed.fire(new TasteChanged(user));
        messages.publish(TRANSPORT, user.toString());
    }
}
