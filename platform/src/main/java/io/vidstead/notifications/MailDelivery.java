package io.vidstead.notifications;

import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Contact;
import io.vidstead.engines.mail.Mail;
import io.vidstead.engines.mail.MailUnavailableException;
import io.vidstead.engines.mail.Mailer;
import io.vidstead.engines.mail.Mailer.Outcome;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.notifications.Deliveries.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Writes one letter to one person about all that is due for them. */
@ApplicationScoped
class MailDelivery {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class);

    private final Transactions transactions;
    private final Mailer mailer;
    private final Teller teller;
    private final Letters letters;
    private final Accounts accounts;
    private final Clock clock;

    MailDelivery(
            Transactions transactions, Mailer mailer, Teller teller, Letters letters, Accounts accounts, Clock clock) {
        this.transactions = transactions;
        this.mailer = mailer;
        this.teller = teller;
        this.letters = letters;
        this.accounts = accounts;
        this.clock = clock;
    }

    void send(List<Delivery> theirs) {
        UserId user = theirs.getFirst().notification().user();
        Contact contact = accounts.contacts(Set.of(user)).get(user);
        List<Told> told =
                teller.tell(theirs.stream().map(Delivery::notification).toList());
        if (contact == null || told.isEmpty() || handOver(contact, told, theirs)) {
            transactions.run(tx -> Deliveries.done(tx, Way.EMAIL, theirs));
        } else {
            Duration pause = Attempts.pause(theirs, Duration.ZERO);
            transactions.run(tx ->
                    Deliveries.later(tx, Way.EMAIL, theirs, clock.instant().plus(pause)));
        }
    }

    /** False when it is to be tried again. */
    private boolean handOver(Contact contact, List<Told> told, List<Delivery> theirs) {
        if (!Mail.isAddress(contact.email())) {
            LOG.warnf("a letter was refused for good: the address of %s takes no mail", contact.userId());
            return true;
        }
        try {
            if (mailer.send(letters.write(contact, told)) instanceof Outcome.Refused(String reason)) {
                LOG.warnf("a letter was refused for good: %s", reason);
            }
            return true;
        } catch (MailUnavailableException e) {
            boolean given = Attempts.exhausted(theirs);
            LOG.warnf("a letter could not be sent, %s: %s", given ? "and is given up" : "again later", e.getMessage());
            return given;
        }
    }
}
