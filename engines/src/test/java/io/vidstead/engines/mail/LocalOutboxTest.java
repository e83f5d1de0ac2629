package io.vidstead.engines.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.database.PostgresFixture;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalOutboxTest extends MailerContract {

    @RegisterExtension
    static final PostgresFixture db = new PostgresFixture();

    @Override
    LocalOutbox mailer() {
        return new LocalOutbox(db.dataSource(), Clock.systemUTC());
    }

    @Override
    List<Arrived> arrived(String to) {
        return mailer().list(Long.MAX_VALUE, 100).stream()
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
    void theNewestIsFirstAndPagesFollow() {
        for (int i = 0; i < 5; i++) {
            mailer().send(mail("page" + i + to));
        }
        List<LocalOutbox.Kept> first = mailer().list(Long.MAX_VALUE, 2);
        List<LocalOutbox.Kept> second = mailer().list(first.getLast().number(), 2);
        assertThat(List.of(
                        first.getFirst().number(),
                        first.getLast().number(),
                        second.getFirst().number(),
                        second.getLast().number()))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(mailer().find(first.getFirst().number())).contains(first.getFirst());
        assertThat(mailer().find(-1)).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() throws Exception {
        mailer().send(mail("old:" + to));
        db.execute("update mail set claimed_at = '2020-01-01' where mail_key = 'old:" + to + "'");
        assertThat(new SentMail(db.dataSource()).deleteBefore(Instant.parse("2020-02-01T00:00:00Z")))
                .isEqualTo(1);
        assertThat(arrived(to)).isEmpty();
    }
}
