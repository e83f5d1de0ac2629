package io.vidstead.engines.mail;

import java.time.Duration;

/**
 * Sends mail.
 *
 * <p><b>Durability:</b> {@link #send} returns {@link Outcome.Taken} when somebody else has taken the mail and answers for it:
 * the SMTP server, or the outbox's table.
 *
 * <p><b>Idempotence:</b> a key that was taken is not sent again for {@link #KEYS_KEPT}; the answer is {@link Outcome.Taken}
 * once more. Only a crash right between the server's answer and our note of it may send a mail twice; both then have the
 * same Message-ID. Two threads or nodes never send one key at the same time.
 *
 * <p><b>Order:</b> none. <b>Threads:</b> any; calls block until the answer.
 *
 * <p><b>Failure:</b> what will not get better by waiting is {@link Outcome.Refused}; everything else is {@link
 * MailUnavailableException}: try the same mail again later.
 */
public interface Mailer {

    /** How long a key is remembered, at least. */
    Duration KEYS_KEPT = Duration.ofDays(30);

    /** What became of a mail. */
    sealed interface Outcome {

        record Taken() implements Outcome {}

        /** @param reason what the server said */
        record Refused(String reason) implements Outcome {}
    }

    /** @throws MailUnavailableException when it is to be tried again later */
    Outcome send(Mail mail);
}
