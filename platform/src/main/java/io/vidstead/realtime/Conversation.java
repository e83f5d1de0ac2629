package io.vidstead.realtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

/**
 * What a socket's messages lead to. On the socket's event loop; where the database is asked, the socket is not read from
 * meanwhile, so that its messages take effect in their order and it cannot ask for more than one thing at a time.
 */
final class Conversation {

    static final int MOST_CHANNELS = 50;

    private static final Logger LOG = Logger.getLogger(Conversation.class);

    private final Channels channels;
    private final Audience audience;
    private final ObjectMapper json;

    Conversation(Channels channels, Audience audience, ObjectMapper json) {
        this.channels = channels;
        this.audience = audience;
        this.json = json;
    }

    void received(Connection connection, String text) {
        connection.heard();
        if (!connection.takesMessage()) {
            connection.close(CloseCode.TOO_MANY_MESSAGES);
            return;
        }
        ClientMessage.parse(json, text)
                .ifPresentOrElse(
                        message -> handle(connection, message),
                        () -> connection.send(
                                ServerMessages.error("bad_message", "This is none of the messages taken here.", null)));
    }

    private void handle(Connection connection, ClientMessage message) {
        switch (message) {
            case ClientMessage.Ping _ -> connection.send(ServerMessages.PONG);
            case ClientMessage.Unsubscribe(String channel) -> {
                channels.leave(connection, channel);
                connection.send(ServerMessages.unsubscribed(channel));
            }
            case ClientMessage.Subscribe(String channel) ->
                enter(connection, channel, () -> channels.subscribe(connection, channel));
            case ClientMessage.Resume resume ->
                enter(connection, resume.channel(), () -> channels.resume(connection, resume));
        }
    }

    private void enter(Connection connection, String channel, Runnable entering) {
        if (!hasRoom(connection, channel)) {
            connection.send(ServerMessages.error(
                    "too_many_channels", "A socket listens to " + MOST_CHANNELS + " channels at most.", channel));
            return;
        }
        connection.pause();
        Thread.ofVirtual().name("realtime-", 0).start(() -> {
            try {
                if (audience.admits(connection, channel)) {
                    entering.run();
                    connection.leaveIfClosed(channels);
                } else {
                    connection.sendFromElsewhere(
                            ServerMessages.error("not_found", "There is no such channel.", channel));
                }
            } catch (RuntimeException e) {
                LOG.warnf("a subscription to %s failed: %s", channel, e.getMessage());
                connection.sendFromElsewhere(
                        ServerMessages.error("unavailable", "Not available at the moment; try again.", channel));
            } finally {
                connection.resume();
            }
        });
    }

    private static boolean hasRoom(Connection connection, String name) {
        synchronized (connection.channels()) {
            return connection.channels().size() < MOST_CHANNELS
                    || connection.channels().stream()
                            .anyMatch(channel -> channel.name().equals(name));
        }
    }
}
