package io.vidstead.engines.push;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import io.vidstead.engines.guard.RefusedException;
import java.time.Duration;

/**
 * A sender behind a guard, whose refusals are {@link Outcome.Later}. There are many push services: that one of them is away is
 * an outcome, and does not keep messages from the others; only failures of the sender itself count. The engine has a time limit
 * of its own.
 */
public final class GuardedPushSender implements PushSender {

    private static final Guard.Options OPTIONS = new Guard.Options(64, LIMIT, Duration.ofSeconds(30));

    private final PushSender sender;
    private final Guard guard;

    public GuardedPushSender(PushSender sender, Guards guards) {
        this.sender = sender;
        this.guard = guards.create(
                "push", OPTIONS, new Guard.Manner(RuntimeException.class::isInstance, refused -> refused));
    }

    @Override
    public Outcome send(PushTarget target, PushMessage message) {
        try {
            return guard.call(() -> sender.send(target, message));
        } catch (RefusedException refused) {
            return new Outcome.Later(refused.retryAfter());
        }
    }

    @Override
    public byte[] publicKey() {
        return sender.publicKey();
    }
}
