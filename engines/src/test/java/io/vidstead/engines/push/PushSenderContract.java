package io.vidstead.engines.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vidstead.engines.push.PushMessage.Urgency;
import io.vidstead.engines.push.PushSender.Outcome.Gone;
import io.vidstead.engines.push.PushSender.Outcome.Later;
import io.vidstead.engines.push.PushSender.Outcome.Refused;
import io.vidstead.engines.push.PushSender.Outcome.Taken;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PushSender} keeps. */
abstract class PushSenderContract {

    PushService service;

    /** One that sends to loopback too. */
    abstract PushSender sender();

    @BeforeEach
    void start() throws Exception {
        service = new PushService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    static PushMessage message(String content) {
        return new PushMessage(content, "topic-1", Duration.ofHours(4), Urgency.HIGH);
    }

    @Test
    void theBrowserReadsWhatWasSent() {
        String content = "Grüße, 100 € – 動画 " + "x".repeat(3_900);
        assertThat(sender().send(service.target(), message(content))).isEqualTo(new Taken());
        assertThat(service.received()).singleElement().satisfies(received -> {
            assertThat(received.content()).isEqualTo(content);
            assertThat(received.headers()).containsEntry("topic", "topic-1").containsEntry("ttl", "14400");
        });
    }

    @Test
    void messagesDifferThoughTheirContentDoesNot() {
        sender().send(service.target(), message("same"));
        sender().send(service.target(), message("same"));
        assertThat(service.received()).extracting(PushService.Received::content).containsExactly("same", "same");
    }

    @Test
    void answersBecomeOutcomes() {
        assertThat(answered(404, "")).isEqualTo(new Gone());
        assertThat(answered(410, "")).isEqualTo(new Gone());
        assertThat(answered(429, "120")).isEqualTo(new Later(Duration.ofMinutes(2)));
        assertThat(answered(503, "")).isEqualTo(new Later(Duration.ZERO));
        assertThat(answered(500, "99999999")).isEqualTo(new Later(Duration.ofHours(6)));
        assertThat(answered(503, "soon")).isEqualTo(new Later(Duration.ZERO));
        assertThat(answered(413, "")).isInstanceOf(Refused.class);
        assertThat(answered(302, "")).isInstanceOf(Refused.class);
        assertThat(service.received()).as("no redirect is followed").hasSize(8);
    }

    private PushSender.Outcome answered(int status, String retryAfter) {
        service.answer(status, retryAfter);
        return sender().send(service.target(), message("x"));
    }

    @Test
    void aServiceThatIsAwayIsForLater() {
        PushTarget away = service.target();
        service.close();
        assertThat(sender().send(away, message("x"))).isEqualTo(new Later(Duration.ZERO));
    }

    @Test
    void messagesAndTargetsAreRight() {
        assertThatIllegalArgumentException().isThrownBy(() -> message("ü".repeat(1_997)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PushMessage("", "no topic", Duration.ZERO, Urgency.LOW));
        String key = service.p256dh();
        assertThatIllegalArgumentException().isThrownBy(() -> PushTarget.parse("https:///x", key, service.auth()));
        assertThatIllegalArgumentException().isThrownBy(() -> PushTarget.parse("https://a b", key, service.auth()));
        assertThatIllegalArgumentException().isThrownBy(() -> PushTarget.parse("https://u@a/", key, service.auth()));
        assertThatIllegalArgumentException().isThrownBy(() -> PushTarget.parse("https://a/", key, "AAAA"));
        assertThatIllegalArgumentException().isThrownBy(() -> PushTarget.parse("https://a/", "%", service.auth()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PushTarget.parse("https://a/" + "x".repeat(1_000), key, service.auth()));
    }
}
