package io.vidstead.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.VideoState;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.Listener;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class RealtimeTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Broadcasts broadcasts;

    @Inject
    Catalog catalog;

    @Inject
    Transactions transactions;

    private Visitor owner;
    private VideoId video;
    private String channel;

    @BeforeEach
    void someVideo() {
        owner = Visitor.user(site);
        video = films.playing(owner.id(), Films.titled("A film", "public"));
        channel = Broadcasts.ofVideo(video);
    }

    @Test
    void whatIsSentToAVideoReachesWhoWatchesIt() {
        try (Listener one = Listener.anonymous(site).subscribe(channel);
                Listener two = Listener.of(Visitor.user(site), site).subscribe(channel)) {
            broadcasts.send(channel, "comment.posted", Map.of("text", "Grüße 👋"));
            JsonNode first = one.next("comment.posted");
            assertThat(first.path("channel").asText()).isEqualTo(channel);
            assertThat(first.path("data").path("text").asText()).isEqualTo("Grüße 👋");
            assertThat(first.path("seq").asLong()).isPositive();
            assertThat(two.next("comment.posted").path("seq")).isEqualTo(first.path("seq"));
        }
    }

    @Test
    void aSignedInSocketHearsItsOwnUserWithoutAskingAndNobodyElses() {
        Visitor me = Visitor.user(site);
        try (Listener mine = Listener.of(me, site);
                Listener others = Listener.of(Visitor.user(site), site)) {
            assertThat(mine.welcome().path("channel").asText()).isEqualTo(Broadcasts.ofUser(me.id()));
            others.say("{\"type\":\"subscribe\",\"channel\":\"" + Broadcasts.ofUser(me.id()) + "\"}");
            assertThat(others.next("error").path("code").asText()).isEqualTo("not_found");
            broadcasts.send(Broadcasts.ofUser(me.id()), "notification", Map.of("id", "1"));
            assertThat(mine.next("notification").path("data").path("id").asText())
                    .isEqualTo("1");
            others.say("{\"type\":\"ping\"}").next("pong");
            assertThat(others.rest()).isEmpty();
        }
    }

    @Test
    void countsAreMergedAndSentAtMostOnceASecond() {
        try (Listener listener = Listener.anonymous(site).subscribe(channel)) {
            assertThat(listener.next("counts").path("data").path("viewers").asInt())
                    .isEqualTo(1);
            for (int i = 1; i <= 200; i++) {
                broadcasts.send(channel, "counts", Map.of("views", i));
                broadcasts.send(channel, "counts", Map.of("likes", 2 * i));
            }
            int messages = 1;
            JsonNode data = listener.next("counts").path("data");
            while (data.path("views").asInt() < 200 || data.path("likes").asInt() < 400) {
                data = listener.next("counts").path("data");
                messages++;
            }
            assertThat(data.path("viewers").asInt()).isEqualTo(1);
            assertThat(messages).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void viewersAreCountedWhenTheyComeAndGo() {
        try (Listener stays = Listener.anonymous(site).subscribe(channel)) {
            try (Listener leaves = Listener.anonymous(site).subscribe(channel)) {
                assertThat(leaves.next("counts").path("data").path("viewers").asInt())
                        .isEqualTo(2);
                stays.await(message -> message.path("data").path("viewers").asInt() == 2);
            }
            stays.await(message -> message.path("data").path("viewers").asInt() == 1);
        }
    }

    @Test
    void whoComesBackGetsWhatWasMissedInOrder() {
        String epoch;
        long seen;
        try (Listener listener = Listener.anonymous(site).subscribe(channel)) {
            broadcasts.send(channel, "comment.posted", Map.of("n", 1));
            epoch = listener.welcome().path("epoch").asText();
            seen = listener.next("comment.posted").path("seq").asLong();
        }
        broadcasts.send(channel, "comment.posted", Map.of("n", 2));
        broadcasts.send(channel, "comment.deleted", Map.of("n", 3));
        try (Listener again = Listener.anonymous(site)) {
            again.say(resume(epoch, seen));
            assertThat(again.next("resumed").path("missed").asInt()).isEqualTo(2);
            assertThat(again.next("comment.posted").path("data").path("n").asInt())
                    .isEqualTo(2);
            assertThat(again.next("comment.deleted").path("data").path("n").asInt())
                    .isEqualTo(3);
            broadcasts.send(channel, "comment.posted", Map.of("n", 4));
            assertThat(again.next("comment.posted").path("data").path("n").asInt())
                    .isEqualTo(4);
        }
    }

    @Test
    void whatCannotBeResumedIsReset() {
        try (Listener listener = Listener.anonymous(site).subscribe(channel)) {
            String epoch = listener.welcome().path("epoch").asText();
            for (String asked : new String[] {resume("another-node", 1_000_000), resume(epoch, 0)}) {
                assertThat(listener.say(asked).next("reset").path("seq").asLong())
                        .isPositive();
            }
            for (int i = 0; i <= Ring.MOST; i++) {
                broadcasts.send(channel, "comment.posted", Map.of("n", i));
            }
            long first = listener.next("comment.posted").path("seq").asLong();
            listener.await(message -> message.path("data").path("n").asInt() == Ring.MOST);
            listener.say(resume(epoch, first - 1)).next("reset");
        }
    }

    @Test
    void ownersHearHowFarTheirVideosAre() {
        try (Listener mine = Listener.of(owner, site);
                Listener others = Listener.anonymous(site).subscribe(channel)) {
            catalog.setProgress(video, 37, Optional.of(Duration.ofSeconds(90)));
            JsonNode told = mine.next("processing").path("data");
            assertThat(told.path("video_id").asText()).isEqualTo(video.value());
            assertThat(told.path("progress").asInt()).isEqualTo(37);
            assertThat(told.path("estimated_time_remaining").asInt()).isEqualTo(90);
            assertThat(told.has("stage")).isFalse();
            transactions.run(tx -> catalog.advance(tx, video, new VideoState.Finishing()));
            assertThat(mine.await(message -> message.path("data").has("stage"))
                            .path("data")
                            .path("stage")
                            .asText())
                    .isEqualTo("finishing");
            others.say("{\"type\":\"ping\"}");
            assertThat(others.await(message -> !message.path("type").asText().equals("counts"))
                            .path("type")
                            .asText())
                    .isEqualTo("pong");
        }
    }

    @Test
    void privateVideosAreNotFoundButForTheirOwner() {
        owner.patch("/api/v1/videos/" + video, "{\"privacy\": \"private\"}");
        try (Listener other = Listener.of(Visitor.user(site), site);
                Listener mine = Listener.of(owner, site)) {
            other.say("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}");
            JsonNode refused = other.next("error");
            assertThat(refused.path("code").asText()).isEqualTo("not_found");
            assertThat(refused.path("channel").asText()).isEqualTo(channel);
            mine.subscribe(channel);
        }
    }

    @Test
    void aVideoThatBecomesPrivateIsHeardNoMoreByOthers() {
        try (Listener other = Listener.anonymous(site).subscribe(channel);
                Listener mine = Listener.of(owner, site).subscribe(channel)) {
            owner.patch("/api/v1/videos/" + video, "{\"privacy\": \"private\"}");
            assertThat(other.next("error").path("code").asText()).isEqualTo("not_found");
            broadcasts.send(channel, "comment.posted", Map.of());
            mine.next("comment.posted");
            other.say("{\"type\":\"ping\"}");
            assertThat(other.await(message -> !message.path("type").asText().equals("counts"))
                            .path("type")
                            .asText())
                    .isEqualTo("pong");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"shout\",\"channel\":\"video:x\"}",
                "{\"type\":\"resume\",\"channel\":\"video:x\",\"seq\":\"1\"}",
                "{\"type\":\"subscribe\",\"channel\":\"video:x\",\"user_id\":\"somebody\"}",
                "{\"type\":\"comment.posted\",\"channel\":\"video:x\",\"data\":{}}"
            })
    void whatIsNoMessageIsToldSo(String text) {
        try (Listener listener = Listener.anonymous(site)) {
            assertThat(listener.say(text).next("error").path("code").asText()).isEqualTo("bad_message");
            listener.say("{\"type\":\"ping\"}").next("pong");
        }
    }

    @Test
    void subscriptionsAreBounded() {
        try (Listener listener = Listener.anonymous(site)) {
            for (int i = 0; i < Conversation.MOST_CHANNELS; i++) {
                listener.subscribe(Broadcasts.ofVideo(films.playing(owner.id(), Films.titled("Film " + i, "public"))));
            }
            listener.say("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}");
            assertThat(listener.next("error").path("code").asText()).isEqualTo("too_many_channels");
        }
    }

    @Test
    void aSocketThatTalksTooMuchIsClosed() {
        try (Listener listener = Listener.anonymous(site)) {
            try {
                for (int i = 0; i < 300; i++) {
                    listener.socket().sendText("{\"type\":\"ping\"}", true).join(); // a pending one would lose the next
                }
            } catch (CompletionException _) {
                // closed meanwhile
            }
            assertThat(listener.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void aLargeMessageAndBytesAreRefused() {
        try (Listener large = Listener.anonymous(site);
                Listener pieces = Listener.anonymous(site);
                Listener bytes = Listener.anonymous(site)) {
            large.socket().sendText("x".repeat(SocketOptions.MAX_MESSAGE + 1), true);
            assertThat(large.closeCode()).isEqualTo(1009);
            for (int i = 0; i < 3; i++) {
                pieces.socket().sendText("x".repeat(2_000), false).join();
            }
            assertThat(pieces.closeCode()).isEqualTo(1009);
            bytes.socket().sendBinary(ByteBuffer.wrap(new byte[10]), true);
            assertThat(bytes.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void aTicketOpensOneSocketOnly() {
        String ticket = Listener.ticket(owner);
        HttpClient http = HttpClient.newHttpClient();
        URI address = Listener.address(site, "?ticket=" + ticket);
        WebSocket first = http.newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {})
                .join();
        first.abort();
        assertThat(handshake(address, "Accept", "*/*")).isEqualTo(401);
        assertThat(handshake(Listener.address(site, "?ticket=x"), "Accept", "*/*"))
                .isEqualTo(401);
        assertThat(handshake(Listener.address(site, "?ticket=" + "x".repeat(500)), "Accept", "*/*"))
                .isEqualTo(401);
    }

    @Test
    void anonymousVisitorsGetNoTicket() {
        assertThat(Visitor.anonymous(site).post("/api/v1/realtime/ticket", "{}").status())
                .isEqualTo(401);
    }

    @Test
    void otherSitesOpenNoSocket() {
        assertThat(handshake(Listener.address(site, ""), "Origin", "https://evil.example"))
                .isEqualTo(403);
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", "http://" + site.getAuthority())
                .buildAsync(Listener.address(site, ""), new WebSocket.Listener() {})
                .join()
                .abort();
        assertThat(Visitor.anonymous(site).get("/ws").status()).isEqualTo(426);
    }

    @Test
    void signingOutClosesTheSocketsOfThatSignIn() {
        Visitor me = Visitor.user(site);
        try (Listener mine = Listener.of(me, site);
                Listener others = Listener.of(owner, site)) {
            String late = Listener.ticket(me);
            me.post("/api/v1/auth/logout-everywhere", "{}");
            assertThat(mine.closeCode()).isEqualTo(4003);
            try (Listener tooLate = Listener.withTicket(late, site)) {
                assertThat(tooLate.closeCode()).isEqualTo(4003);
            }
            others.say("{\"type\":\"ping\"}").next("pong");
        }
    }

    private String resume(String epoch, long seq) {
        return "{\"type\":\"resume\",\"channel\":\"%s\",\"epoch\":\"%s\",\"seq\":%d}".formatted(channel, epoch, seq);
    }

    /** The status with which it was refused. */
    private static int handshake(URI address, String header, String value) {
        try {
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header(header, value)
                    .buildAsync(address, new WebSocket.Listener() {})
                    .join();
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }
}
