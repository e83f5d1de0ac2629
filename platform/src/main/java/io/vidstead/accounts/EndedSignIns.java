package io.vidstead.accounts;

import io.vidstead.engines.pubsub.PubSub;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongConsumer;

/** Tells others which sign-ins ended: by signing out, a changed password, a replayed token. On all nodes, at most once. */
@ApplicationScoped
public class EndedSignIns {

    private final PubSub messages;

    EndedSignIns(PubSub messages) {
        this.messages = messages;
    }

    /** @param listener is told each sign-in's number; it must not wait */
    public PubSub.Subscription listen(LongConsumer listener) {
        return messages.subscribe(Sessions.ENDED_CHANNEL, message -> {
            for (String number : message.split(" ")) {
                listener.accept(Long.parseLong(number));
            }
        });
    }
}
