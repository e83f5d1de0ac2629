package io.vidstead.notifications;

import io.hypersistence.tsid.TSID;
import io.vidstead.accounts.Contact;
import io.vidstead.engines.mail.Mail;
import io.vidstead.notifications.UnsubscribeTokens.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts notifications into a letter, as text and as simple HTML that is readable on light and dark. */
@ApplicationScoped
class Letters {

    private static final int MAX_SUBJECT = 150;

    private final SiteAddress site;
    private final UnsubscribeTokens tokens;

    Letters(SiteAddress site, UnsubscribeTokens tokens) {
        this.site = site;
        this.tokens = tokens;
    }

    /** @param told at least one; several make a digest */
    Mail write(Contact contact, List<Told> told) {
        Words words = Words.in(contact.language());
        boolean single = told.size() == 1;
        Optional<Kind> kind = single ? Optional.of(told.getFirst().kind()) : Optional.empty();
        String token = tokens.write(new Claim(contact.userId(), kind));
        String subject = single ? words.sentence(told.getFirst()) : words.digestSubject(told.size());
        return new Mail(
                key(contact, told),
                contact.email(),
                oneLine(subject),
                text(words, told, token),
                html(words, subject, told, token),
                Map.of(
                        "List-Unsubscribe",
                        "<" + site.link("/api/v1/notifications/unsubscribe?token=" + token) + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click",
                        "Auto-Submitted",
                        "auto-generated"));
    }

    /** The same letter has the same key; one more reply makes another letter. */
    private static String key(Contact contact, List<Told> told) {
        StringBuilder all = new StringBuilder();
        told.forEach(one -> all.append(one.notification().id())
                .append('@')
                .append(one.notification().position())
                .append(','));
        UUID hash = UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.US_ASCII));
        return "notifications:" + TSID.from(contact.userId().value()) + ":" + hash;
    }

    private static String oneLine(String subject) {
        String line = subject.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_SUBJECT ? line : line.substring(0, MAX_SUBJECT - 1) + "…";
    }

    private String text(Words words, List<Told> told, String token) {
        StringBuilder text = new StringBuilder();
        for (Told one : told) {
            text.append(words.sentence(one)).append(".\n");
            if (!one.excerpt().isEmpty()) {
                text.append("\n> ").append(one.excerpt()).append('\n');
            }
            text.append('\n')
                    .append(words.open())
                    .append(": ")
                    .append(site.link(one.path()))
                    .append("\n\n");
        }
        return text.append("-- \n")
                .append(words.reason(site.name()))
                .append('\n')
                .append(words.unsubscribe())
                .append(": ")
                .append(site.link("/unsubscribe?token=" + token))
                .append('\n')
                .append(words.settings())
                .append(": ")
                .append(site.link("/settings/notifications"))
                .append('\n')
                .toString();
    }

    private String html(Words words, String subject, List<Told> told, String token) {
        StringBuilder items = new StringBuilder();
        for (Told one : told) {
            String quote = one.excerpt().isEmpty()
                    ? ""
                    : "<blockquote style=\"margin:12px 0;padding-left:12px;border-left:3px solid #b4531a\">"
                            + escape(one.excerpt()) + "</blockquote>";
            items.append("""
                    <p style="margin:0 0 8px;font-size:16px">%s.</p>%s
                    <p style="margin:0 0 28px"><a href="%s" style="color:#b4531a;font-weight:600">%s</a></p>
                    """.formatted(
                            escape(words.sentence(one)), quote, escape(site.link(one.path())), escape(words.open())));
        }
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
                <title>%s</title></head>
                <body style="margin:0;padding:24px;font-family:Inter,system-ui,sans-serif;line-height:1.5">
                <div style="max-width:560px;margin:0 auto">
                <p style="margin:0 0 24px;font-weight:700">%s</p>
                %s<hr style="border:0;border-top:1px solid #8a8580">
                <p style="font-size:13px">%s<br>
                <a href="%s" style="color:#b4531a">%s</a> · <a href="%s" style="color:#b4531a">%s</a></p>
                </div></body></html>
                """.formatted(
                        words.code(),
                        escape(subject),
                        escape(site.name()),
                        items,
                        escape(words.reason(site.name())),
                        escape(site.link("/unsubscribe?token=" + token)),
                        escape(words.unsubscribe()),
                        escape(site.link("/settings/notifications")),
                        escape(words.settings()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
