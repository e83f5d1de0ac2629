package io.vidstead.engines.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vidstead.engines.database.PostgresFixture;
import io.vidstead.engines.mail.Mailer.Outcome;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against GreenMail, a real SMTP server. */
class SmtpMailerTest extends MailerContract {

    @RegisterExtension
    static final PostgresFixture db = new PostgresFixture();

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Override
    Mailer mailer() {
        return to(SERVER.getSmtp().getPort(), SmtpServer.Security.NONE);
    }

    private static Mailer to(int port, SmtpServer.Security security) {
        return new SmtpMailer(
                new SmtpServer(
                        "127.0.0.1",
                        port,
                        security,
                        Optional.empty(),
                        Optional.empty(),
                        "Vidstead <no-reply@example.org>"),
                db.dataSource(),
                Clock.systemUTC());
    }

    private static List<MimeMessage> messages(String to) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            if (message.getRecipients(Message.RecipientType.TO)[0].toString().equals(to)) {
                found.add(message);
            }
        }
        return found;
    }

    @Override
    List<Arrived> arrived(String to) throws Exception {
        List<Arrived> found = new ArrayList<>();
        for (MimeMessage message : messages(to)) {
            var parts = (MimeMultipart) message.getContent();
            found.add(new Arrived(
                    to,
                    message.getSubject(),
                    parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"),
                    parts.getBodyPart(1).getContent().toString(),
                    message.getHeader("List-Unsubscribe", null)));
        }
        return found;
    }

    @Test
    void theSenderAndTheMessageIdAreOurs() throws Exception {
        mailer().send(mail("id:" + to));
        MimeMessage message = messages(to).getFirst();
        assertThat(message.getFrom()[0]).hasToString("Vidstead <no-reply@example.org>");
        assertThat(message.getMessageID()).matches("<[0-9a-f-]{36}@example\\.org>");
    }

    @Test
    void aServerThatIsAwayLeavesTheMailToBeSentLater() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        Mailer away = to(port, SmtpServer.Security.NONE);
        assertThatExceptionOfType(MailUnavailableException.class).isThrownBy(() -> away.send(mail("away:" + to)));
        assertThat(mailer().send(mail("away:" + to))).isEqualTo(new Outcome.Taken());
        assertThat(arrived(to)).hasSize(1);
    }

    @Test
    void aMailWhoseSenderDiedIsTakenUpAgain() throws Exception {
        db.execute("insert into mail (mail_key, state, claimed_at) values ('died:" + to
                + "', 'sending', now() - interval '6 minutes')");
        assertThat(mailer().send(mail("died:" + to))).isEqualTo(new Outcome.Taken());
        db.execute("insert into mail (mail_key, state, claimed_at) values ('alive:" + to + "', 'sending', now())");
        assertThatExceptionOfType(MailUnavailableException.class).isThrownBy(() -> mailer().send(mail("alive:" + to)));
        assertThat(arrived(to)).hasSize(1);
    }

    @Test
    void aRecipientThatTheServerRefusesIsRefusedForGood() throws Exception {
        try (Answering server = new Answering("550 no such user")) {
            assertThat(to(server.port(), SmtpServer.Security.NONE).send(mail("refused:" + to)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reason()).isNotEmpty());
        }
        try (Answering server = new Answering("451 later")) {
            assertThatExceptionOfType(MailUnavailableException.class)
                    .isThrownBy(
                            () -> to(server.port(), SmtpServer.Security.NONE).send(mail("later:" + to)));
        }
    }

    @Test
    void noMailGoesInTheClearWhereStartTlsIsWanted() throws Exception {
        Mailer strict = to(SERVER.getSmtp().getPort(), SmtpServer.Security.STARTTLS);
        assertThatExceptionOfType(MailUnavailableException.class).isThrownBy(() -> strict.send(mail("tls:" + to)));
        assertThat(arrived(to)).isEmpty();
    }

    @Test
    void aSenderIsAnAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> SmtpMailer.address("nobody"));
        assertThatIllegalArgumentException().isThrownBy(() -> SmtpMailer.address("a@b, c@d"));
        assertThat(SmtpMailer.address("Köln TV <a@example.org>").getAddress()).isEqualTo("a@example.org");
    }

    /** An SMTP server that answers RCPT with one line and everything else politely. */
    private static final class Answering implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0);

        Answering(String toRecipients) throws IOException {
            Thread.startVirtualThread(() -> {
                while (!socket.isClosed()) {
                    try (var client = socket.accept();
                            var out = client.getOutputStream()) {
                        out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
                        var lines = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            String answer = line.startsWith("RCPT")
                                    ? toRecipients
                                    : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                        }
                    } catch (IOException _) {
                        // the client is gone, or the test is over
                    }
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
