package io.vidstead.notifications;

import io.vidstead.engines.mail.Mailer;
import io.vidstead.engines.mail.SentMail;
import io.vidstead.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets letters, and that they were sent, once nobody will try to send them again. */
@ApplicationScoped
class MailRetention implements RecurringJob {

    private final SentMail mail;
    private final Clock clock;

    MailRetention(SentMail mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications.mail-retention";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        mail.deleteBefore(clock.instant().minus(Mailer.KEYS_KEPT));
    }
}
