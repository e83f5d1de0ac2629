package io.vidstead.engines.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Keeps mail in the database instead of sending it, for people who look at it there. */
public final class LocalOutbox implements Mailer {

    /** @param number grows with each mail */
    public record Kept(
            long number, Instant time, String to, String subject, String text, String html, String headers) {}

    private final DataSource database;
    private final MailRows rows;
    private final Clock clock;

    public LocalOutbox(DataSource database, Clock clock) {
        this.database = database;
        this.rows = new MailRows(database);
        this.clock = clock;
    }

    @Override
    public Outcome send(Mail mail) {
        String headers = new TreeMap<>(mail.headers())
                .entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
        rows.update("""
                INSERT INTO mail (mail_key, state, claimed_at, recipient, subject, text_body, html_body, headers)
                VALUES (?, 'kept', ?, ?, ?, ?, ?, ?)
                ON CONFLICT (mail_key) DO NOTHING
                """, mail.key(), clock.instant(), mail.to(), mail.subject(), mail.text(), mail.html(), headers);
        return new Outcome.Taken();
    }

    /** The newest first, below a number. */
    public List<Kept> list(long below, int limit) {
        return query("state = 'kept' AND number < ? ORDER BY number DESC LIMIT " + limit, below);
    }

    public Optional<Kept> find(long number) {
        return query("state = 'kept' AND number = ?", number).stream().findFirst();
    }

    private List<Kept> query(String condition, long number) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT number, claimed_at, recipient, subject, text_body, html_body, headers FROM mail WHERE "
                                + condition)) {
            statement.setLong(1, number);
            List<Kept> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Kept(
                            row.getLong("number"),
                            row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                            row.getString("recipient"),
                            row.getString("subject"),
                            row.getString("text_body"),
                            row.getString("html_body"),
                            row.getString("headers")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new MailUnavailableException("the table of mail cannot be read", e);
        }
    }
}
