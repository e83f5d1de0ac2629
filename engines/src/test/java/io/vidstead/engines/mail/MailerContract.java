package io.vidstead.engines.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vidstead.engines.mail.Mailer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Mailer} keeps. */
abstract class MailerContract {

    /** A mail as it came out at the other end. */
    record Arrived(String to, String subject, String text, String html, String unsubscribe) {}

    abstract Mailer mailer();

    /** What arrived for an address. */
    abstract List<Arrived> arrived(String to) throws Exception;

    final String to = "u" + UUID.randomUUID() + "@example.org";

    Mail mail(String key) {
        return new Mail(
                key,
                to,
                "Grüße – 3 neue Antworten",
                "Zeile eins\nZeile zwei: äöü €",
                "<!doctype html><p>Zeile äöü €</p>",
                Map.of("List-Unsubscribe", "<https://example.org/u?t=1>"));
    }

    @Test
    void whatIsSentArrivesWhole() throws Exception {
        assertThat(mailer().send(mail("whole:" + to))).isEqualTo(new Outcome.Taken());
        assertThat(arrived(to))
                .containsExactly(new Arrived(
                        to,
                        "Grüße – 3 neue Antworten",
                        "Zeile eins\nZeile zwei: äöü €",
                        "<!doctype html><p>Zeile äöü €</p>",
                        "<https://example.org/u?t=1>"));
    }

    @Test
    void aKeyIsSentOnce() throws Exception {
        assertThat(mailer().send(mail("once:" + to))).isEqualTo(new Outcome.Taken());
        assertThat(mailer().send(mail("once:" + to))).isEqualTo(new Outcome.Taken());
        assertThat(mailer().send(mail("another:" + to))).isEqualTo(new Outcome.Taken());
        assertThat(arrived(to)).hasSize(2);
    }

    @Test
    void manyThreadsSendAKeyOnce() throws Exception {
        var outcomes = new ConcurrentLinkedQueue<String>();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    try {
                        outcomes.add(mailer().send(mail("race:" + to)).toString());
                    } catch (MailUnavailableException e) {
                        outcomes.add("later");
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(outcomes).hasSize(8).contains(new Outcome.Taken().toString());
        assertThat(arrived(to)).hasSize(1);
    }

    @Test
    void nothingSmugglesLines() {
        assertThatIllegalArgumentException().isThrownBy(() -> with("a@example.org\r\nBcc: b@example.org", "s", "v"));
        assertThatIllegalArgumentException().isThrownBy(() -> with("a@example.org, b@example.org", "s", "v"));
        assertThatIllegalArgumentException().isThrownBy(() -> with("nobody", "s", "v"));
        assertThatIllegalArgumentException().isThrownBy(() -> with("a@example.org", "s\nBcc: b@example.org", "v"));
        assertThatIllegalArgumentException().isThrownBy(() -> with("a@example.org", "s", "v\r\nBcc: b@example.org"));
    }

    private static Mail with(String to, String subject, String header) {
        return new Mail("k", to, subject, "", "", Map.of("X-Test", header));
    }
}
