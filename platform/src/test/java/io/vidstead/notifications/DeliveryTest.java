package io.vidstead.notifications;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.accounts.Accounts;
import io.vidstead.comments.CommentId;
import io.vidstead.engines.Await;
import io.vidstead.engines.mail.Mailer;
import io.vidstead.engines.mail.SmtpMailer;
import io.vidstead.engines.mail.SmtpServer;
import io.vidstead.engines.push.PushService;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.notifications.Deliveries.Delivery;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves the site: letters and messages to browsers. */
@PlatformTest
class DeliveryTest {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Notifier notifier;

    @Inject
    Transactions transactions;

    @Inject
    Ids ids;

    @Inject
    Jdbi jdbi;

    @Inject
    Teller teller;

    @Inject
    Letters letters;

    @Inject
    Accounts accounts;

    @Inject
    PushDelivery push;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    private Visitor owner;
    private Visitor anna;
    private Visitor ben;
    private VideoId video;

    @BeforeEach
    void come() {
        owner = Visitor.user(site);
        anna = Visitor.user(site);
        ben = Visitor.user(site);
        video = films.playing(owner.id(), titled("Tom & <Jerry>", "public"));
    }

    private void answered(Visitor who, String excerpt) {
        CommentId comment = new CommentId(ids.newNumber());
        Notice notice = Notice.ofComment(Kind.REPLY, "thread-of-" + who.username(), video, comment, ben.id(), excerpt);
        transactions.run(tx -> notifier.gather(tx, who.id(), notice));
    }

    private String subscription(PushService service) {
        return """
                {"endpoint": "%s", "expirationTime": null, "keys": {"p256dh": "%s", "auth": "%s"}}
                """.formatted(service.endpoint(), service.p256dh(), service.auth());
    }

    private static String email(Visitor who) {
        return who.username() + "@example.org";
    }

    @Test
    void aBrowserGetsAMessageThatOnlyItCanRead() throws Exception {
        try (PushService service = new PushService()) {
            assertThat(Visitor.anonymous(site)
                            .get("/api/v1/push/key")
                            .json()
                            .path("public_key")
                            .asText())
                    .matches("[A-Za-z0-9_-]{87}");
            Visitor.Answer subscribed = anna.post("/api/v1/push/subscriptions", subscription(service));
            assertThat(subscribed.status()).as(subscribed.toString()).isEqualTo(201);
            anna.patch("/api/v1/me", "{\"preferences\": {\"language\": \"de\"}}");
            answered(anna, "Grüße!");
            Await.await(
                    "the message",
                    Duration.ofSeconds(60),
                    () -> !service.received().isEmpty());
            JsonNode message = json.readTree(service.received().getFirst().content());
            assertThat(message.path("title").asText())
                    .isEqualTo(ben.username() + " hat auf deinen Kommentar zu „Tom & <Jerry>“ geantwortet");
            assertThat(message.path("body").asText()).isEqualTo("Grüße!");
            assertThat(message.path("url").asText()).startsWith("/watch/" + video + "?comment=");
            // The browser takes its subscription back: the service says so, and it is forgotten.
            service.answer(410, "");
            answered(anna, "More");
            Await.await(
                    "forgotten",
                    Duration.ofSeconds(60),
                    () -> anna.get("/api/v1/push/subscriptions")
                            .json()
                            .path("subscriptions")
                            .isEmpty());
        }
    }

    @Test
    void aBrowserThatWasSignedOutFromElsewhereGetsNothingMore() throws Exception {
        try (PushService service = new PushService()) {
            anna.post("/api/v1/push/subscriptions", subscription(service));
            answered(anna, "Before");
            Await.await(
                    "the message",
                    Duration.ofSeconds(60),
                    () -> !service.received().isEmpty());
            assertThat(anna.post("/api/v1/auth/logout-everywhere", "{}").status())
                    .isLessThan(300);
            answered(anna, "After");
            Await.await(
                    "forgotten",
                    Duration.ofSeconds(60),
                    () -> jdbi.withHandle(db -> db.createQuery(
                                            "select count(*) from push_subscriptions where user_id = :user")
                                    .bind("user", anna.id())
                                    .mapTo(Integer.class)
                                    .one())
                            == 0);
            assertThat(service.received()).hasSize(1);
        }
    }

    @Test
    void aBusyPushServiceIsAskedAgainLater() throws Exception {
        try (PushService service = new PushService()) {
            service.answer(503, "600");
            anna.post("/api/v1/push/subscriptions", subscription(service));
            answered(anna, "x");
            Await.await(
                    "an attempt",
                    Duration.ofSeconds(60),
                    () -> jdbi.withHandle(db -> db.createQuery("""
                            select count(*) from notification_deliveries d join notifications n using (notification_id)
                            where n.user_id = ? and d.way = 'push' and d.attempts = 1
                              and d.due_at > now() + interval '9 minutes'
                            """)
                                    .bind(0, anna.id())
                                    .mapTo(Integer.class)
                                    .one())
                            == 1);
            assertThat(service.received()).hasSize(1);
        }
    }

    @Test
    void subscriptionsAreRefused() throws Exception {
        try (PushService service = new PushService()) {
            String path = "/api/v1/push/subscriptions";
            String good = subscription(service);
            Visitor anonymous = Visitor.anonymous(site);
            assertThat(anonymous.post(path, good).status()).isEqualTo(401);
            assertThat(anonymous.get(path).status()).isEqualTo(401);
            assertThat(anna.post(path, "{}").status()).isEqualTo(400);
            assertThat(anna.post(path, good.replace(service.auth(), "AAAA")).code())
                    .isEqualTo("bad_push_subscription");
            assertThat(anna.post(path, good.replace(service.p256dh(), service.auth()))
                            .code())
                    .isEqualTo("bad_push_subscription");
            assertThat(anna.post(path, good.replace("http://", "http:///")).code())
                    .isEqualTo("bad_push_subscription");
            String id = anna.post(path, good).json().path("id").asText();
            assertThat(anna.post(path, good).json().path("id").asText()).isEqualTo(id);
            assertThat(ben.delete(path + "/" + id).status()).isEqualTo(404);
            assertThat(anna.delete(path + "/x").status()).isEqualTo(404);
            // Somebody else signs in in the same browser: it is theirs now.
            assertThat(ben.post(path, good).status()).isEqualTo(201);
            assertThat(anna.get(path).json().path("subscriptions")).isEmpty();
            assertThat(ben.delete(path + "/" + id).status()).isEqualTo(204);
        }
    }

    @Test
    void lettersWithoutAServerStayInTheOutbox() {
        Visitor administrator = Visitor.of(site, Role.ADMINISTRATOR, jdbi);
        answered(anna, "Have you seen <b>this</b>?");
        Await.await(
                "the letter",
                Duration.ofSeconds(60),
                () -> letter(administrator).isPresent());
        JsonNode whole = administrator
                .get("/api/v1/admin/mail/"
                        + letter(administrator).orElseThrow().path("id").asLong())
                .json();
        assertThat(whole.path("subject").asText())
                .isEqualTo(ben.username() + " replied to your comment on “Tom & <Jerry>”");
        assertThat(whole.path("html").asText())
                .contains("Tom &amp; &lt;Jerry&gt;", "&lt;b&gt;this&lt;/b&gt;")
                .doesNotContain("<b>this");
        assertThat(whole.path("headers").asText()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        assertThat(administrator.get("/api/v1/admin/mail/999999999").status()).isEqualTo(404);
    }

    private Optional<JsonNode> letter(Visitor administrator) {
        for (JsonNode mail :
                administrator.get("/api/v1/admin/mail?limit=100").json().path("mails")) {
            if (mail.path("to").asText().equals(email(anna))) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    @Test
    void aLetterArrivesByMailAndItsLinkStopsMoreOfItsKind() throws Exception {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            // A digest for tomorrow: the site itself leaves the letter to this test.
            anna.patch("/api/v1/notifications/preferences", "{\"digest\": \"daily\"}");
            answered(anna, "By mail");
            List<Delivery> due = due();
            assertThat(due).hasSize(1);
            Mailer smtp = new SmtpMailer(
                    new SmtpServer(
                            "127.0.0.1",
                            server.getSmtp().getPort(),
                            SmtpServer.Security.NONE,
                            Optional.empty(),
                            Optional.empty(),
                            "Vidstead <no-reply@example.org>"),
                    database,
                    Clock.systemUTC());
            MailDelivery mail = mailDelivery(smtp);
            mail.send(due);
            mail.send(due); // as after a crash before its row was gone
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage message = server.getReceivedMessages()[0];
            assertThat(message.getAllRecipients()[0]).hasToString(email(anna));
            assertThat(message.getSubject()).contains("replied to your comment");
            String text = ((MimeMultipart) message.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
            String token = token(message.getHeader("List-Unsubscribe", null));
            assertThat(token(text)).isEqualTo(token);
            unsubscribe(token);
        } finally {
            server.stop();
        }
    }

    /** What waits to be mailed to Anna, tomorrow at the latest. */
    private List<Delivery> due() {
        return transactions
                .read(db -> Deliveries.due(
                        db, Way.EMAIL, Clock.systemUTC().instant().plus(Duration.ofDays(2)), 10_000))
                .stream()
                .filter(one -> one.notification().user().equals(anna.id()))
                .toList();
    }

    private MailDelivery mailDelivery(Mailer mailer) {
        return new MailDelivery(transactions, mailer, teller, letters, accounts, Clock.systemUTC());
    }

    @Test
    void anAddressThatTakesNoMailIsLeftOut() {
        anna.patch("/api/v1/notifications/preferences", "{\"digest\": \"daily\"}");
        jdbi.useHandle(
                db -> db.execute("update users set email = ? where id = ?", "\"a b\"@" + anna.username(), anna.id()));
        answered(anna, "For nobody");
        mailDelivery(mail -> {
                    throw new AssertionError(mail);
                })
                .send(due());
        assertThat(due()).isEmpty();
    }

    @Test
    void whatFailsIsPutOffAndInTheEndGivenUp() {
        anna.patch("/api/v1/notifications/preferences", "{\"digest\": \"daily\"}");
        answered(anna, "Fails");
        Mailer broken = _ -> {
            throw new IllegalStateException("broken");
        };
        DeliveryJob job = new DeliveryJob(transactions, mailDelivery(broken), push, Clock.systemUTC());
        job.send(Way.EMAIL, due());
        assertThat(due()).extracting(Delivery::attempts).containsExactly(1);
        job.send(
                Way.EMAIL,
                due().stream().map(one -> new Delivery(one.notification(), 19)).toList());
        assertThat(due()).isEmpty();
    }

    private void unsubscribe(String token) {
        Visitor program = Visitor.anonymous(site);
        String path = "/api/v1/notifications/unsubscribe?token=" + token;
        assertThat(program.get(path).json().path("subscribed").asBoolean()).isTrue();
        assertThat(program.get(path).json().path("kind").asText()).isEqualTo("reply");
        Visitor.Answer stopped = program.send(
                "POST",
                path,
                BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
        assertThat(stopped.json().path("subscribed").asBoolean()).isFalse();
        for (JsonNode kind :
                anna.get("/api/v1/notifications/preferences").json().path("kinds")) {
            if (kind.path("kind").asText().equals("reply")) {
                assertThat(kind.path("email").asBoolean()).isFalse();
                assertThat(kind.path("in_app").asBoolean()).isTrue();
            }
        }
        String altered = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        assertThat(program.post("/api/v1/notifications/unsubscribe?token=" + altered, "")
                        .code())
                .isEqualTo("bad_token");
    }

    private static String token(String text) {
        Matcher matcher = TOKEN.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void wordsAreRightForOneTwoAndMany() {
        for (String language : List.of("en", "de", "fr")) {
            for (Kind kind : Kind.values()) {
                for (int others : new int[] {0, 1, 2_000}) {
                    Notification one = new Notification(
                            1,
                            anna.id(),
                            kind,
                            "s",
                            1,
                            Optional.of(video),
                            Optional.empty(),
                            Optional.of(ben.id()),
                            others + 1,
                            Optional.of(10_000L),
                            Optional.of("approved"),
                            Clock.systemUTC().instant(),
                            Optional.empty());
                    assertThat(Words.in(language).sentence(new Told(one, "Ben", others, "Film", "/")))
                            .contains("Film")
                            .doesNotEndWith(".");
                }
            }
        }
    }
}
