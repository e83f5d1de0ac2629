package io.vidstead.engines.mail;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import jakarta.mail.SendFailedException;
import java.time.Duration;

/**
 * A mailer behind a guard: while the server is away, mails wait without each of them waiting for it. A server that puts off a
 * single recipient is not away. The engine has time limits of its own.
 */
public final class GuardedMailer implements Mailer {

    private static final Guard.Options OPTIONS = new Guard.Options(8, Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final Mailer mailer;
    private final Guard guard;

    public GuardedMailer(Mailer mailer, Guards guards) {
        this.mailer = mailer;
        this.guard = guards.create(
                "mail",
                OPTIONS,
                new Guard.Manner(
                        GuardedMailer::failed,
                        refused -> new MailUnavailableException(String.valueOf(refused.getMessage()), refused)));
    }

    private static boolean failed(Throwable e) {
        return e instanceof MailUnavailableException
                && e.getCause() != null
                && !(e.getCause() instanceof SendFailedException);
    }

    @Override
    public Outcome send(Mail mail) {
        return guard.call(() -> mailer.send(mail));
    }
}
