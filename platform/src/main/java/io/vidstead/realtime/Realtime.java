package io.vidstead.realtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.accounts.EndedSignIns;
import io.vidstead.engines.pubsub.PubSub;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** The open sockets of this node from its start to its end. */
@ApplicationScoped
class Realtime {

    private static final Logger LOG = Logger.getLogger(Realtime.class);
    /** Below the server's idle timeout, which ends connections on which nothing moves. */
    private static final Duration PING_EVERY = Duration.ofSeconds(25);

    private static final Duration TIDY_EVERY = Duration.ofSeconds(30);

    private final Channels channels;
    private final Sockets sockets;
    private final Conversation conversation;
    private final Fanout fanout;
    private final Tickets tickets;
    private final PubSub messages;
    private final EndedSignIns endedSignIns;
    private final boolean wanted;
    /** Sign-ins that ended while a ticket of theirs may still be on its way. */
    private final Cache<Long, Boolean> ended = Caffeine.newBuilder()
            .expireAfterWrite(Tickets.LIFETIME.multipliedBy(2))
            .maximumSize(100_000)
            .build();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("realtime-clock").factory());
    private final List<PubSub.Subscription> subscriptions = new ArrayList<>();
    private volatile boolean draining;

    Realtime(
            Audience audience,
            Tickets tickets,
            PubSub messages,
            EndedSignIns endedSignIns,
            RandomGenerator random,
            ObjectMapper json,
            Settings settings,
            MeterRegistry metrics) {
        this.channels = new Channels(clock, random);
        this.sockets = new Sockets(settings.realtime());
        this.conversation = new Conversation(channels, audience, json);
        this.fanout = new Fanout(channels, audience, json);
        this.tickets = tickets;
        this.messages = messages;
        this.endedSignIns = endedSignIns;
        this.wanted = settings.roles().contains(ServerRole.REALTIME);
        metrics.gauge("vidstead.realtime.sockets", sockets, Sockets::size);
        metrics.gauge("vidstead.realtime.channels", channels, Channels::size);
    }

    /** Itself and not its proxy: sockets end after the container of beans has. */
    Realtime itself() {
        return this;
    }

    Sockets sockets() {
        return sockets;
    }

    Conversation conversation() {
        return conversation;
    }

    void start(@Observes StartupEvent event) {
        if (!wanted) {
            return;
        }
        subscriptions.add(messages.subscribe(Broadcasts.TRANSPORT, fanout::broadcast));
        subscriptions.add(messages.subscribe(ChangedVideos.TRANSPORT, fanout::changed));
        subscriptions.add(endedSignIns.listen(this::ended));
        every(PING_EVERY, () -> sockets.forEach(connection -> connection.loop().execute(connection::ping)));
        every(TIDY_EVERY, channels::tidy);
        every(TIDY_EVERY, tickets::tidy);
    }

    /** Before the server stops listening: clients go to another node, or come back after a while. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        closeAll();
    }

    void stop(@Observes ShutdownEvent event) {
        subscriptions.forEach(PubSub.Subscription::close);
        closeAll();
        clock.shutdownNow();
    }

    /** On the socket's event loop. */
    void opened(Connection connection) {
        sockets.add(connection);
        UserId user = connection.user();
        if (user == null) {
            connection.send(ServerMessages.welcome(channels.epoch(), null, 0));
        } else {
            String own = Broadcasts.ofUser(user);
            long last = channels.enterOwn(connection, own);
            connection.send(ServerMessages.welcome(channels.epoch(), own, last));
        }
        if (draining) {
            connection.close(CloseCode.GOING_AWAY);
        } else if (connection.signIn().isPresent()
                && ended.getIfPresent(connection.signIn().getAsLong()) != null) {
            connection.close(CloseCode.SIGNED_OUT);
        }
    }

    void gone(Connection connection) {
        connection.gone();
        channels.leaveAll(connection);
        sockets.remove(connection);
    }

    private void ended(long signIn) {
        ended.put(signIn, true);
        sockets.close(connection -> connection.isOf(signIn), CloseCode.SIGNED_OUT);
    }

    private void closeAll() {
        draining = true;
        sockets.close(_ -> true, CloseCode.GOING_AWAY);
    }

    private void every(Duration time, Runnable work) {
        var _ = clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warnf("realtime's upkeep failed: %s", e.getMessage());
                    }
                },
                time.toMillis(),
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
