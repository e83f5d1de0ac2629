package io.vidstead.engines.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.database.PostgresFixture;
import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guarded mailer keeps the contract. */
class GuardedMailerTest extends MailerContract {

    @RegisterExtension
    static final PostgresFixture db = new PostgresFixture();

    private final LocalOutbox outbox = new LocalOutbox(db.dataSource(), Clock.systemUTC());

    @Override
    Mailer mailer() {
        return new GuardedMailer(outbox, new Guards());
    }

    @Override
    List<Arrived> arrived(String to) {
        return outbox.list(Long.MAX_VALUE, 100).stream()
                .filter(kept -> kept.to().equals(to))
                .map(kept -> new Arrived(
                        kept.to(),
                        kept.subject(),
                        kept.text(),
                        kept.html(),
                        kept.headers().replace("List-Unsubscribe: ", "")))
                .toList();
    }

    @Test
    void aServerThatPutsOffRecipientsIsNotAwayButOneThatIsNotThereIs() {
        assertThat(callsOfFifty(new SendFailedException("try again later"))).isEqualTo(50);
        assertThat(callsOfFifty(null)).as("sent elsewhere").isEqualTo(50);
        assertThat(callsOfFifty(new ConnectException("refused"))).isEqualTo(10);
    }

    /** How many of fifty mails the server was bothered with that fails so. */
    private int callsOfFifty(@Nullable Throwable cause) {
        AtomicInteger calls = new AtomicInteger();
        Guards guards = new Guards();
        Mailer guarded = new GuardedMailer(
                _ -> {
                    calls.incrementAndGet();
                    throw new MailUnavailableException("not now", cause);
                },
                guards);
        for (int i = 0; i < 50; i++) {
            Mail mail = mail("k" + i);
            assertThatThrownBy(() -> guarded.send(mail)).isInstanceOf(MailUnavailableException.class);
        }
        Guard guard = guards.all().getFirst();
        assertThat(guard.state()).isEqualTo(calls.get() == 50 ? 0 : 2);
        return calls.get();
    }
}
