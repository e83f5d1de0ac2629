package io.vidstead.notifications;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.comments.CommentEvent;
import io.vidstead.comments.CommentEvent.Kind;
import io.vidstead.comments.CommentId;
import io.vidstead.engines.Await;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what, and what the inbox does. */
@PlatformTest
class NotificationsTest {

    private static final String INBOX = "/api/v1/notifications";

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Events events;

    @Inject
    Transactions transactions;

    @Inject
    Ids ids;

    @Inject
    Jdbi jdbi;

    @Inject
    FanOutJob fanOut;

    @Inject
    Milestones milestones;

    private Visitor owner;
    private Visitor anna;
    private Visitor ben;
    private Visitor cleo;
    private VideoId video;

    @BeforeEach
    void come() {
        owner = Visitor.user(site);
        anna = Visitor.user(site);
        ben = Visitor.user(site);
        cleo = Visitor.user(site);
        video = films.playing(owner.id(), titled("A quiet film", "public"));
    }

    private void happens(
            Kind kind,
            VideoId where,
            CommentId comment,
            Visitor author,
            Visitor actor,
            @Nullable CommentId parent,
            @Nullable Visitor answered,
            List<UserId> mentions,
            String excerpt) {
        transactions.run(tx -> events.add(
                tx,
                CommentEvent.TOPIC,
                where.value(),
                actor.id(),
                new CommentEvent(
                        kind,
                        comment,
                        where,
                        owner.id(),
                        author.id(),
                        parent,
                        answered == null ? null : answered.id(),
                        mentions,
                        excerpt)));
    }

    private CommentId comments(Visitor author) {
        CommentId comment = new CommentId(ids.newNumber());
        happens(Kind.POSTED, video, comment, author, author, null, null, List.of(), "Nice");
        return comment;
    }

    private CommentId replies(Visitor author, CommentId parent, Visitor answered) {
        CommentId comment = new CommentId(ids.newNumber());
        happens(Kind.POSTED, video, comment, author, author, parent, answered, List.of(), "I think so too");
        return comment;
    }

    private List<JsonNode> inbox(Visitor who, String kind) {
        List<JsonNode> found = new ArrayList<>();
        who.get(INBOX).json().path("notifications").forEach(found::add);
        return found.stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .toList();
    }

    private JsonNode awaitOne(Visitor who, String kind, int actors) {
        Await.await(
                kind,
                Duration.ofSeconds(30),
                () -> inbox(who, kind).stream()
                        .anyMatch(one -> one.path("actors").asInt() == actors));
        assertThat(inbox(who, kind)).hasSize(1);
        return inbox(who, kind).getFirst();
    }

    private int unread(Visitor who) {
        return who.get(INBOX + "/unread").json().path("unread").asInt();
    }

    @Test
    void repliesAreGatheredAndShrinkAgain() {
        CommentId annas = comments(anna);
        JsonNode told = awaitOne(owner, "comment", 1);
        assertThat(told.path("actor").path("username").asText()).isEqualTo(anna.username());
        assertThat(told.path("video").path("title").asText()).isEqualTo("A quiet film");
        assertThat(told.path("detail").asText()).isEqualTo("Nice");
        replies(ben, annas, anna);
        CommentId cleos = replies(cleo, annas, anna);
        JsonNode both = awaitOne(anna, "reply", 2);
        assertThat(both.path("actor").path("username").asText()).isEqualTo(cleo.username());
        assertThat(both.path("comment_id").asText()).isEqualTo(cleos.toString());
        assertThat(unread(anna)).isEqualTo(1);
        happens(Kind.DELETED, video, cleos, cleo, owner, annas, anna, List.of(), "");
        JsonNode one = awaitOne(anna, "reply", 1);
        assertThat(one.path("actor").path("username").asText()).isEqualTo(ben.username());
        // Read, then answered anew: unread again, and only who came since is counted.
        assertThat(anna.post(INBOX + "/" + one.path("id").asText() + "/read", "")
                        .status())
                .isEqualTo(204);
        assertThat(unread(anna)).isZero();
        replies(cleo, annas, anna);
        Await.await("unread again", Duration.ofSeconds(30), () -> unread(anna) == 1);
        assertThat(inbox(anna, "reply").getFirst().path("actors").asInt()).isEqualTo(1);
        assertThat(inbox(ben, "reply")).isEmpty();
    }

    @Test
    void nobodyIsToldOfTheirOwnActs() {
        CommentId own = comments(owner);
        replies(owner, own, owner);
        happens(Kind.HEARTED, video, own, owner, owner, null, null, List.of(), "Nice");
        happens(
                Kind.POSTED,
                video,
                new CommentId(ids.newNumber()),
                owner,
                owner,
                null,
                null,
                List.of(owner.id()),
                "me");
        comments(anna); // what comes behind them has been handled after them
        awaitOne(owner, "comment", 1);
        assertThat(unread(owner)).isEqualTo(1);
    }

    @Test
    void heartsMentionsAndVerdictsArrive() {
        CommentId annas = new CommentId(ids.newNumber());
        happens(Kind.HELD, video, annas, anna, anna, null, null, List.of(ben.id()), "@ben look");
        happens(Kind.APPROVED, video, annas, anna, owner, null, null, List.of(ben.id()), "@ben look");
        happens(Kind.HEARTED, video, annas, anna, owner, null, null, List.of(), "@ben look");
        awaitOne(anna, "heart", 1);
        assertThat(awaitOne(anna, "moderation", 1).path("detail").asText()).isEqualTo("approved");
        assertThat(awaitOne(ben, "mention", 1).path("comment_id").asText()).isEqualTo(annas.toString());
        happens(Kind.REJECTED, video, annas, anna, owner, null, null, List.of(), "@ben look");
        Await.await(
                "the mention goes",
                Duration.ofSeconds(30),
                () -> inbox(ben, "mention").isEmpty());
        Await.await(
                "rejected",
                Duration.ofSeconds(30),
                () -> inbox(anna, "moderation").stream()
                        .anyMatch(one -> one.path("detail").asText().equals("rejected")));
    }

    @Test
    void whatMayNotBeSeenIsNotTold() {
        VideoId hidden = films.playing(owner.id(), titled("Secret", "private"));
        CommentId comment = new CommentId(ids.newNumber());
        happens(Kind.POSTED, hidden, comment, anna, anna, null, null, List.of(ben.id()), "@ben");
        Await.await(
                "the owner hears of it",
                Duration.ofSeconds(30),
                () -> inbox(owner, "comment").stream()
                        .anyMatch(
                                one -> one.path("video").path("title").asText().equals("Secret")));
        assertThat(inbox(ben, "mention")).isEmpty();
        CommentId seen = new CommentId(ids.newNumber());
        happens(Kind.POSTED, video, seen, anna, anna, null, null, List.of(ben.id()), "@ben");
        awaitOne(ben, "mention", 1);
        assertThat(owner.patch("/api/v1/videos/" + video, "{\"privacy\": \"private\"}")
                        .status())
                .isEqualTo(200);
        Await.await(
                "it goes with the video",
                Duration.ofSeconds(30),
                () -> inbox(ben, "mention").isEmpty());
    }

    @Test
    void theInboxIsPagedReadAndEmptiedByItsOwnerOnly() {
        for (int i = 0; i < 5; i++) {
            CommentId comment = new CommentId(ids.newNumber());
            happens(Kind.POSTED, video, comment, anna, anna, null, null, List.of(ben.id()), "@ben " + i);
        }
        Await.await("five", Duration.ofSeconds(30), () -> unread(ben) == 5);
        JsonNode first = ben.get(INBOX + "?limit=3").json();
        JsonNode second = ben.get(
                        INBOX + "?limit=3&cursor=" + first.path("next_cursor").asText())
                .json();
        assertThat(first.path("notifications")).hasSize(3);
        assertThat(second.path("notifications")).hasSize(2);
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(first.path("notifications").get(0).path("detail").asText()).isEqualTo("@ben 4");
        String id = first.path("notifications").get(0).path("id").asText();
        assertThat(anna.post(INBOX + "/" + id + "/read", "").status()).isEqualTo(404);
        assertThat(anna.delete(INBOX + "/" + id).status()).isEqualTo(404);
        assertThat(ben.delete(INBOX + "/" + id).status()).isEqualTo(204);
        assertThat(ben.delete(INBOX + "/" + id).status()).isEqualTo(404);
        assertThat(unread(ben)).isEqualTo(4);
        assertThat(ben.post(INBOX + "/read", "").status()).isEqualTo(204);
        assertThat(unread(ben)).isZero();
        assertThat(ben.get(INBOX + "?unread=true").json().path("notifications")).isEmpty();
        assertThat(ben.get(INBOX).json().path("notifications")).hasSize(4);
    }

    @Test
    void requestsAreRefused() {
        Visitor anonymous = Visitor.anonymous(site);
        for (String path : List.of("", "/unread", "/preferences")) {
            assertThat(anonymous.get(INBOX + path).status()).as(path).isEqualTo(401);
        }
        assertThat(anonymous.post(INBOX + "/read", "").status()).isEqualTo(401);
        assertThat(anna.get(INBOX + "?limit=0").code()).isEqualTo("bad_limit");
        assertThat(anna.get(INBOX + "?cursor=x").code()).isEqualTo("bad_cursor");
        assertThat(anna.post(INBOX + "/0000000000000/read", "").status()).isEqualTo(404);
        assertThat(anna.post(INBOX + "/nonsense/read", "").status()).isEqualTo(404);
        String preferences = INBOX + "/preferences";
        assertThat(anna.patch(preferences, "{\"digest\": \"hourly\"}").status()).isEqualTo(400);
        assertThat(anna.patch(preferences, "{\"kinds\": [{\"kind\": \"gossip\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(anna.patch(preferences, "{\"kinds\": [{\"email\": true}]}").status())
                .isEqualTo(400);
        assertThat(anna.patch(preferences, "{\"colour\": 1}").status()).isEqualTo(400);
        assertThat(anna.patch(preferences, "").status()).isEqualTo(400);
        for (String token : List.of("", "x", "%25", "A".repeat(300), "AAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
            String path = INBOX + "/unsubscribe?token=" + token;
            assertThat(anonymous.get(path).code()).isEqualTo("bad_token");
            assertThat(anonymous.post(path, "").code()).isEqualTo("bad_token");
        }
        assertThat(anna.get("/api/v1/admin/mail").status()).isEqualTo(403);
        assertThat(anna.get("/api/v1/admin/mail/1").status()).isEqualTo(403);
        assertThat(anonymous.get("/api/v1/admin/mail").status()).isEqualTo(401);
    }

    @Test
    void preferencesSayWhatIsTold() {
        JsonNode before = anna.get(INBOX + "/preferences").json();
        assertThat(before.path("digest").asText()).isEqualTo("at_once");
        assertThat(before.path("kinds")).hasSize(9);
        JsonNode after = owner.patch(
                        INBOX + "/preferences",
                        "{\"digest\": \"daily\", \"kinds\": [{\"kind\": \"comment\", \"in_app\": false, \"push\": false}]}")
                .json();
        assertThat(after.path("digest").asText()).isEqualTo("daily");
        comments(anna);
        CommentId comment = new CommentId(ids.newNumber());
        happens(Kind.POSTED, video, comment, anna, anna, null, null, List.of(ben.id()), "@ben");
        awaitOne(ben, "mention", 1);
        assertThat(inbox(owner, "comment")).isEmpty();
    }

    @Test
    void manySubscribersAreToldOnceEachAlsoAfterACrash() {
        int count = 2_500;
        VideoId next = films.playing(owner.id(), titled("Draft", "private"));
        jdbi.useHandle(db -> db.execute("""
                insert into subscriptions (channel_id, user_id, active, bell, since)
                select ?, 1000 + n, true, case n % 10 when 0 then 'none' when 1 then 'personalised' else 'all' end, now()
                from generate_series(1, ?) n
                """, owner.id().value(), count));
        jdbi.useHandle(db -> db.execute(
                "insert into notification_fan_outs (video_id, channel, begun_at) values (?, ?, now())",
                next.value(),
                owner.id().value()));
        jdbi.useHandle(db -> db.execute("update videos set privacy = 'public' where video_id = ?", next.value()));
        assertThat(fanOut.tellBatch(next)).isTrue();
        assertThat(told(next)).isEqualTo(900); // and here the server dies
        while (fanOut.tellBatch(next)) {
            assertThat(told(next)).isLessThanOrEqualTo(count);
        }
        assertThat(told(next)).isEqualTo(count - count / 10);
        assertThat(fanOut.tellBatch(next)).isFalse();
        jdbi.useHandle(db -> db.execute(
                "update notification_fan_outs set done_at = null, told_up_to = null where video_id = ?", next.value()));
        while (fanOut.tellBatch(next)) {
            assertThat(told(next)).isEqualTo(count - count / 10);
        }
    }

    private int told(VideoId about) {
        return jdbi.withHandle(
                db -> db.createQuery("select count(*) from notifications where kind = 'new_video' and video_id = ?")
                        .bind(0, about.value())
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void subscribersHearOfANewVideo() {
        String path = "/api/v1/channels/" + owner.username() + "/subscription";
        assertThat(ben.send(
                                "PUT",
                                path,
                                BodyPublishers.ofString("{\"bell\": \"all\"}"),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(200);
        VideoId fresh = films.playing(owner.id(), titled("Fresh", "public"));
        Await.await(
                "told of it",
                Duration.ofSeconds(30),
                () -> newVideos(ben, fresh).size() == 1);
        JsonNode told = newVideos(ben, fresh).getFirst();
        assertThat(told.path("actor").path("username").asText()).isEqualTo(owner.username());
        assertThat(owner.delete("/api/v1/videos/" + fresh).status()).isEqualTo(204);
        Await.await(
                "gone with it",
                Duration.ofSeconds(30),
                () -> inbox(ben, "new_video").stream()
                        .noneMatch(one -> one.path("id").equals(told.path("id"))));
    }

    /** Of this one: of the film that each test begins with, who follows right after it appeared may hear too. */
    private List<JsonNode> newVideos(Visitor who, VideoId about) {
        return inbox(who, "new_video").stream()
                .filter(one -> one.path("video").path("video_id").asText().equals(about.value()))
                .toList();
    }

    @Test
    void ownersHearWhatBecameOfTheirVideos() {
        films.finish(video);
        awaitOne(owner, "processing_finished", 1);
    }

    @Test
    void roundNumbersAreMilestonesOnce() {
        assertThat(List.of(0L, 99L, 100L, 999L, 1_000L, 123_456L))
                .extracting(Milestones::reached)
                .containsExactly(0L, 0L, 100L, 100L, 1_000L, 100_000L);
        jdbi.useHandle(db -> db.execute("update video_counts set view_count = 1200 where video_id = ?", video.value()));
        for (int i = 0; i < 2; i++) {
            transactions.run(tx -> Milestones.note(tx, Milestones.VIEWS, Set.of(video.value())));
            milestones.run();
        }
        assertThat(awaitOne(owner, "milestone", 1).path("amount").asLong()).isEqualTo(1_000);
    }
}
