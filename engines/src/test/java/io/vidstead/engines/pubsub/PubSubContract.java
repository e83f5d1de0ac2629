package io.vidstead.engines.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import io.vidstead.engines.pubsub.PubSub.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PubSub} keeps. */
public abstract class PubSubContract {

    private PubSub pubSub;

    /** One that keeps at most so many messages for a slow listener. */
    protected abstract PubSub open(int queueSize);

    @BeforeEach
    void open() {
        pubSub = open(200);
    }

    @AfterEach
    void close() {
        pubSub.close();
    }

    @Test
    void all_who_listen_to_a_channel_hear_it_in_order_and_nobody_else() {
        List<List<String>> heard =
                List.of(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        pubSub.subscribe("a", heard.get(0)::add);
        pubSub.subscribe("a", heard.get(1)::add);
        pubSub.subscribe("b", heard.get(2)::add);
        List<String> messages =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        messages.forEach(message -> pubSub.publish("a", message));
        pubSub.publish("b", "other");
        Await.until("all are heard", () -> heard.get(0).size() + heard.get(1).size() == 200);
        assertThat(heard.get(0)).isEqualTo(messages);
        assertThat(heard.get(1)).isEqualTo(messages);
        Await.until("the other is heard", () -> heard.get(2).equals(List.of("other")));
    }

    @Test
    void nobody_listening_is_fine() {
        pubSub.publish("silence", "hello?");
    }

    @Test
    void a_closed_subscription_hears_no_more_and_the_others_do() {
        List<String> gone = new CopyOnWriteArrayList<>();
        List<String> there = new CopyOnWriteArrayList<>();
        Subscription subscription = pubSub.subscribe("a", gone::add);
        pubSub.subscribe("a", there::add);
        subscription.close();
        subscription.close();
        pubSub.publish("a", "x");
        Await.until("the other hears it", () -> there.equals(List.of("x")));
        assertThat(gone).isEmpty();
    }

    @Test
    void a_listener_that_never_comes_back_loses_its_oldest_messages_and_holds_up_nobody() {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        List<String> late = new CopyOnWriteArrayList<>();
        List<String> there = new CopyOnWriteArrayList<>();
        Subscription slow = pubSub.subscribe("a", message -> {
            listening.countDown();
            await(never);
            late.add(message);
        });
        pubSub.subscribe("a", there::add);
        pubSub.publish("a", "first");
        await(listening);
        for (int n = 0; n < 1_000; n++) {
            int expected = n + 2;
            pubSub.publish("a", Integer.toString(n));
            if (n % 100 == 99) {
                Await.until("the other keeps up", () -> there.size() == expected);
            }
        }
        assertThat(slow.dropped()).isEqualTo(800);
        never.countDown();
        Await.until("the rest is heard", () -> late.size() == 201);
        assertThat(late.getLast()).isEqualTo("999");
        assertThat(late.get(1)).isEqualTo("800");
    }

    @Test
    void a_listener_that_fails_hears_the_next() {
        List<String> heard = new CopyOnWriteArrayList<>();
        pubSub.subscribe("a", message -> {
            heard.add(message);
            throw new IllegalStateException("ouch");
        });
        pubSub.publish("a", "1");
        pubSub.publish("a", "2");
        Await.until("both are heard", () -> heard.equals(List.of("1", "2")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
