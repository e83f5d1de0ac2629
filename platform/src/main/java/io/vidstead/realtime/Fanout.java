package io.vidstead.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.logging.Logger;

/** Hands what the house sends to the channels of this node. One call at a time; never waits. */
final class Fanout {

    private static final Logger LOG = Logger.getLogger(Fanout.class);

    private final Channels channels;
    private final Audience audience;
    private final ObjectMapper json;

    Fanout(Channels channels, Audience audience, ObjectMapper json) {
        this.channels = channels;
        this.audience = audience;
        this.json = json;
    }

    /** @param message a {@link io.vidstead.kernel.Broadcasts.Broadcast} as it travels */
    void broadcast(String message) {
        try {
            JsonNode read = json.readTree(message);
            String channel = read.path("channel").asText();
            String type = read.path("type").asText();
            JsonNode data = read.path("data");
            if (!type.equals(Counts.TYPE)) {
                channels.publish(channel, type, data.toString());
            } else if (data instanceof ObjectNode fields) {
                channels.count(channel, fields);
            } else {
                LOG.warnf("counts of %s are no object", channel);
            }
        } catch (JsonProcessingException e) {
            LOG.warnf("a broadcast is not JSON: %s", e.getMessage());
        }
    }

    /** A video changed: who may no longer see it hears no more of it. */
    void changed(String video) {
        Channel channel = channels.find(Channels.VIDEO + video);
        if (channel == null) {
            return;
        }
        Thread.ofVirtual().name("realtime-changed").start(() -> {
            for (Connection connection : audience.noLonger(video, channel.listeners())) {
                channels.leave(connection, channel.name());
                connection.sendFromElsewhere(
                        ServerMessages.error("not_found", "There is no such channel any more.", channel.name()));
            }
        });
    }
}
