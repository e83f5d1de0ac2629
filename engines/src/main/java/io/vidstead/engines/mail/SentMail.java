package io.vidstead.engines.mail;

import java.time.Instant;
import javax.sql.DataSource;

/** What is remembered of mail, whichever engine sent it. */
public final class SentMail {

    private final MailRows rows;

    public SentMail(DataSource database) {
        this.rows = new MailRows(database);
    }

    /** Forgets keys, and mail that was kept, from before the time; at least {@link Mailer#KEYS_KEPT} ago. Returns how many. */
    public int deleteBefore(Instant time) {
        return rows.deleteBefore(time);
    }
}
