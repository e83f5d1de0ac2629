package io.vidstead.catalog;

import io.vidstead.kernel.Events;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jdbi.v3.core.Handle;

/** Tells others of changes: by events that commit with them, and to caches of this process after the commit. */
@ApplicationScoped
class ChangeJournal {

    private final Events events;
    private final Event<VideoChanged> changed;

    ChangeJournal(Events events, Event<VideoChanged> changed) {
        this.events = events;
        this.changed = changed;
    }

    void record(Handle tx, VideoEvent event, UserId actor) {
        events.add(tx, event.topic(), event.videoId().value(), actor, event);
        touched(tx, event.videoId(), true);
    }

    /** A change that needs no event. */
    void touched(Handle tx, VideoId video, boolean lists) {
        tx.afterCommit(() -> changed.fire(new VideoChanged(video, lists)));
    }
}
