package io.vidstead.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.engines.pubsub.PubSub;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells open pages what just happened, on every node. At most once and never durable: who was away reads the state anew.
 * Call it after the commit ({@code tx.afterCommit}), and never with what not every subscriber of the channel may see.
 *
 * <p>Channels are {@code video:<id>}, whose subscribers may watch that video, and {@code user:<id>}, whose only subscriber
 * is that person.
 */
@ApplicationScoped
public class Broadcasts {

    /** The one PubSub channel through which all of them travel. */
    public static final String TRANSPORT = "broadcasts";

    /**
     * One of them, as it travels.
     *
     * @param type such as {@code comment.posted}
     * @param data a JSON value
     */
    public record Broadcast(String channel, String type, Object data) {}

    private final PubSub messages;
    private final ObjectMapper json;

    Broadcasts(PubSub messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public static String ofVideo(VideoId video) {
        return "video:" + video.value();
    }

    public static String ofUser(UserId user) {
        return "user:" + user;
    }

    /**
     * Returns at once; nobody is waited for.
     *
     * @param type such as {@code comment.posted}
     * @param data becomes JSON in snake_case
     */
    public void send(String channel, String type, Object data) {
        try {
            messages.publish(TRANSPORT, json.writeValueAsString(new Broadcast(channel, type, data)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of " + type + " is not JSON", e);
        }
    }
}
