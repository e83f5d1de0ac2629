package io.vidstead.engines.push;

import java.time.Duration;

/**
 * Hands messages to the push services of browsers.
 *
 * <p><b>Durability:</b> {@link Outcome.Taken} says that the push service has it; whether and when a browser gets it is up
 * to both, within the message's time to live.
 *
 * <p><b>Idempotence:</b> messages of one topic replace each other as long as the browser has not got them. After it has,
 * the second one arrives too: give notifications a tag.
 *
 * <p><b>Order:</b> none. <b>Threads:</b> any; a call blocks until the answer, at most about {@link #LIMIT}.
 *
 * <p><b>Failure:</b> is a value; nothing is retried here.
 */
public interface PushSender {

    Duration LIMIT = Duration.ofSeconds(15);

    /** What became of a message. */
    sealed interface Outcome {

        record Taken() implements Outcome {}

        /** The subscription is no more: forget it. */
        record Gone() implements Outcome {}

        /**
         * Not now: the service is busy or away.
         *
         * @param pause what it asks for, at least; may be zero
         */
        record Later(Duration pause) implements Outcome {}

        /** Never: the endpoint may not be used, or the service does not want this message. */
        record Refused(String reason) implements Outcome {}
    }

    Outcome send(PushTarget target, PushMessage message);

    /** What browsers are to subscribe with: an uncompressed point of P-256, the same for ever. */
    byte[] publicKey();
}
