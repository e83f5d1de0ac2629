package io.vidstead.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.engagement.Subscriptions.Subscriber;
import io.vidstead.engines.Await;
import io.vidstead.kernel.UserId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscribing to channels, and who subscribes. */
@PlatformTest
class SubscriptionTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Jdbi jdbi;

    private Visitor owner;
    private Visitor fan;
    private Visitor anonymous;

    @BeforeEach
    void come() {
        owner = Visitor.user(site);
        fan = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
    }

    private String path() {
        return "/api/v1/channels/" + owner.username() + "/subscription";
    }

    private Answer subscribe(Visitor who, String body) {
        return who.send("PUT", path(), BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private JsonNode channel(Visitor who) {
        return who.get("/api/v1/channels/" + owner.username()).json();
    }

    private void awaitCount(long count) {
        Await.await(
                count + " subscribers",
                Duration.ofSeconds(20),
                () -> channel(anonymous).path("subscriber_count").asLong() == count);
    }

    @Test
    void oneSubscribesRingsAndUnsubscribes() {
        Answer subscribed = subscribe(fan, "{}");
        assertThat(subscribed.status()).as(subscribed.toString()).isEqualTo(200);
        assertThat(subscribed.json().path("subscribed").asBoolean()).isTrue();
        assertThat(subscribed.json().path("bell").asText()).isEqualTo("personalised");
        assertThat(subscribed.json().path("subscriber_count").asInt()).isEqualTo(1);
        assertThat(channel(fan).path("subscription").asText()).isEqualTo("personalised");
        assertThat(channel(anonymous).path("subscription").isNull()).isTrue();
        assertThat(channel(owner).path("subscription").isNull()).isTrue();
        awaitCount(1);

        for (String bell : List.of("all", "none", "none")) {
            Answer rung = subscribe(fan, "{\"bell\": \"" + bell + "\"}");
            assertThat(rung.json().path("bell").asText()).isEqualTo(bell);
            assertThat(rung.json().path("subscriber_count").asInt()).isEqualTo(1);
            assertThat(fan.get(path()).json()).isEqualTo(rung.json());
        }
        assertThat(subscriptions.find(fan.id(), owner.id())).contains(Bell.NONE);

        Answer ended = fan.delete(path());
        assertThat(ended.json().path("subscribed").asBoolean()).isFalse();
        assertThat(ended.json().path("bell").isNull()).isTrue();
        assertThat(ended.json().path("subscriber_count").asInt()).isZero();
        awaitCount(0);
        assertThat(fan.delete(path()).status()).isEqualTo(200);
        assertThat(subscriptions.find(fan.id(), owner.id())).isEmpty();
        Await.await("nothing is kept of it", Duration.ofSeconds(10), () -> rows() == 0);
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from subscriptions where channel_id = :id")
                .bind("id", owner.id())
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void theProfileOfTheChannelOnAWatchPageFollows() {
        subscribe(fan, "{\"bell\": \"all\"}");
        awaitCount(1);
        assertThat(owner.get("/api/v1/me").json().path("subscriber_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void subscriptionsAreRefused() {
        assertThat(subscribe(anonymous, "{}").status()).isEqualTo(401);
        assertThat(anonymous.delete(path()).status()).isEqualTo(401);
        assertThat(anonymous.get(path()).status()).isEqualTo(401);
        assertThat(subscribe(owner, "{}").code()).isEqualTo("own_channel");
        assertThat(owner.delete(path()).code()).isEqualTo("own_channel");
        assertThat(subscribe(fan, "{\"bell\": \"loud\"}").code()).isEqualTo("bad_bell");
        assertThat(subscribe(fan, "{\"bells\": \"all\"}").status()).isEqualTo(400);
        assertThat(subscribe(fan, "").status()).isEqualTo(400);
        assertThat(fan.send(
                                "PUT",
                                "/api/v1/channels/nobody-at-all/subscription",
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(404);
        assertThat(subscriptions.find(fan.id(), owner.id())).isEmpty();
    }

    @Test
    void allSubscribersComeInBatches() {
        UserId channel = owner.id();
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into subscriptions (channel_id, user_id, active, counted, bell, since)
                        select :channel, 1000 + n, n % 10 <> 0, n % 10 <> 0,
                               (array['all', 'personalised', 'none'])[1 + n % 3], now()
                        from generate_series(1, 2500) n
                        """).bind("channel", channel).execute());
        List<Subscriber> all = new ArrayList<>();
        Optional<UserId> after = Optional.empty();
        int batches = 0;
        List<Subscriber> batch;
        do {
            batch = subscriptions.subscribersOf(channel, after, 1000);
            all.addAll(batch);
            after = batch.isEmpty() ? after : Optional.of(batch.getLast().userId());
            batches++;
        } while (batch.size() == 1000);
        assertThat(batches).isEqualTo(3);
        assertThat(all).hasSize(2250);
        assertThat(new HashSet<>(all)).hasSize(2250);
        assertThat(all).filteredOn(s -> s.bell() == Bell.ALL).hasSize(750);
        assertThat(subscriptions.subscribersOf(fan.id(), Optional.empty(), 10)).isEmpty();
    }
}
