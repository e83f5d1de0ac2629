package io.vidstead.engines.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Hands mail to an SMTP server: one connection a mail. What was handed over is noted in the table {@code mail}. */
public final class SmtpMailer implements Mailer {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PERMANENT = 500;

    private final SmtpServer server;
    private final Session session;
    private final InternetAddress from;
    private final MailRows rows;
    private final Clock clock;

    /** @throws IllegalArgumentException when the sender is no address */
    public SmtpMailer(SmtpServer server, DataSource database, Clock clock) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
        this.from = address(server.from());
        this.rows = new MailRows(database);
        this.clock = clock;
    }

    /** @throws IllegalArgumentException with a message for people */
    static InternetAddress address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (!address.getAddress().contains("@")) {
                throw new IllegalArgumentException("must be an address such as no-reply@example.org");
            }
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("must be an address such as no-reply@example.org", e);
        }
    }

    @Override
    public Outcome send(Mail mail) {
        if (!rows.claim(mail.key(), clock.instant())) {
            if (rows.taken(mail.key())) {
                return new Outcome.Taken();
            }
            throw new MailUnavailableException("the mail is being sent elsewhere", null);
        }
        Outcome outcome;
        try {
            outcome = handOver(mail);
        } catch (RuntimeException e) {
            rows.release(mail.key());
            throw e;
        }
        if (outcome instanceof Outcome.Taken) {
            rows.sent(mail.key());
        } else {
            rows.release(mail.key());
        }
        return outcome;
    }

    private Outcome handOver(Mail mail) {
        try {
            MimeMessage message = message(mail);
            try (Transport transport =
                    session.getTransport(server.security() == SmtpServer.Security.TLS ? "smtps" : "smtp")) {
                transport.connect(
                        server.host(),
                        server.port(),
                        server.username().orElse(null),
                        server.password().orElse(null));
                transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
            }
            return new Outcome.Taken();
        } catch (AuthenticationFailedException e) {
            throw new MailUnavailableException("the SMTP server refuses this site's name or password", e);
        } catch (SendFailedException e) {
            if (permanent(e)) {
                return new Outcome.Refused(String.valueOf(e.getMessage()).strip());
            }
            throw new MailUnavailableException("the SMTP server did not take the mail", e);
        } catch (MessagingException e) {
            throw new MailUnavailableException("the SMTP server cannot be talked to", e);
        }
    }

    /** Whether the server said, in any of the nested answers, that trying again is of no use. */
    private static boolean permanent(SendFailedException failure) {
        for (Exception cause = failure;
                cause instanceof MessagingException message;
                cause = message.getNextException()) {
            if ((cause instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= PERMANENT)
                    || (cause instanceof SMTPSendFailedException failed && failed.getReturnCode() >= PERMANENT)) {
                return true;
            }
        }
        return false;
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId(mail.key()));
            }
        };
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(mail.to())});
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(mail.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    /** The same for the same key, so that receivers drop the second of two. */
    private String messageId(String key) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        return "<" + id + "@" + domain + ">";
    }

    private static Properties properties(SmtpServer server) {
        Properties properties = new Properties();
        String limit = String.valueOf(LIMIT.toMillis());
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "connectiontimeout", limit);
            properties.setProperty(protocol + "timeout", limit);
            properties.setProperty(protocol + "writetimeout", limit);
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(
                    protocol + "auth", String.valueOf(server.username().isPresent()));
        }
        boolean startTls = server.security() == SmtpServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        return properties;
    }
}
