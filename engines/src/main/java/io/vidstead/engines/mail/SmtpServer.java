package io.vidstead.engines.mail;

import java.util.Optional;

/**
 * Where mail is handed in.
 *
 * @param from the sender's address, perhaps with a name: {@code Vidstead <no-reply@example.org>}
 */
public record SmtpServer(
        String host, int port, Security security, Optional<String> username, Optional<String> password, String from) {

    /** How the conversation is kept private. */
    public enum Security {
        /** Not at all: for servers on the same machine. */
        NONE,
        /** STARTTLS, and no mail without it. */
        STARTTLS,
        /** TLS from the first byte, usually at port 465. */
        TLS
    }

    /**
     * The text, if it is a sender's address.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static String sender(String text) {
        SmtpMailer.address(text);
        return text.strip();
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + "]";
    }
}
