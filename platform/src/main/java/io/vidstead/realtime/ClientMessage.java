package io.vidstead.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client may say. It says nothing about who it is: that was settled when the socket opened. */
sealed interface ClientMessage {

    int MAX_CHANNEL = 64;

    record Subscribe(String channel) implements ClientMessage {}

    record Unsubscribe(String channel) implements ClientMessage {}

    /** As {@link Subscribe}, and send what came after {@code seq}. */
    record Resume(String channel, String epoch, long seq) implements ClientMessage {}

    record Ping() implements ClientMessage {}

    /** As it comes; other members are refused. */
    record Text(
            @Nullable String type,
            @Nullable String channel,
            @Nullable String epoch,
            @Nullable Long seq) {}

    /** Empty for what is none of them. */
    static Optional<ClientMessage> parse(ObjectMapper json, String text) {
        try {
            Text read = json.readValue(text, Text.class);
            return read == null ? Optional.empty() : Optional.ofNullable(of(read));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static @Nullable ClientMessage of(Text text) {
        if ("ping".equals(text.type())) {
            return new Ping();
        }
        String channel = text.channel();
        if (channel == null || channel.length() > MAX_CHANNEL) {
            return null;
        }
        return switch (text.type()) {
            case "subscribe" -> new Subscribe(channel);
            case "unsubscribe" -> new Unsubscribe(channel);
            case "resume" ->
                text.seq() == null || text.epoch() == null ? null : new Resume(channel, text.epoch(), text.seq());
            case null, default -> null;
        };
    }
}
