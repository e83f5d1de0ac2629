package io.vidstead.engines.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The table {@code mail}, as far as all engines share it: which keys are in hand or taken. */
final class MailRows {

    /** Longer than any conversation with an SMTP server may take. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final DataSource database;

    MailRows(DataSource database) {
        this.database = database;
    }

    /** Takes the key in hand. False when somebody has it in hand, or it was sent. */
    boolean claim(String key, Instant now) {
        return update("""
                INSERT INTO mail (mail_key, state, claimed_at) VALUES (?, 'sending', ?)
                ON CONFLICT (mail_key) DO UPDATE SET claimed_at = excluded.claimed_at
                WHERE mail.state = 'sending' AND mail.claimed_at < ?
                """, key, now, now.minus(CLAIM)) == 1;
    }

    boolean taken(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT 1 FROM mail WHERE mail_key = ? AND state <> 'sending'")) {
            statement.setString(1, key);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new MailUnavailableException("the table of mail cannot be read", e);
        }
    }

    void sent(String key) {
        update("UPDATE mail SET state = 'sent' WHERE mail_key = ?", key);
    }

    void release(String key) {
        update("DELETE FROM mail WHERE mail_key = ? AND state = 'sending'", key);
    }

    int deleteBefore(Instant time) {
        return update("DELETE FROM mail WHERE claimed_at < ?", time);
    }

    int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1, values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new MailUnavailableException("the table of mail cannot be written", e);
        }
    }
}
