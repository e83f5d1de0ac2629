package io.vidstead.engines.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a browser is told.
 *
 * @param topic 1 to 32 characters of base64url; a message replaces an undelivered one of its topic
 * @param timeToLive how long it is worth something
 */
public record PushMessage(String content, String topic, Duration timeToLive, Urgency urgency) {

    /** What fits into the one record of 4,096 bytes that push services must take. */
    public static final int MAX_BYTES = 3_993;

    /** How much of its battery the device may spend on it, by RFC 8030. */
    public enum Urgency {
        LOW,
        NORMAL,
        HIGH
    }

    public PushMessage {
        if (!topic.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException("a topic has 1 to 32 characters of base64url");
        }
        if (timeToLive.isNegative()) {
            throw new IllegalArgumentException("time to live begins at 0");
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("a message has at most " + MAX_BYTES + " bytes");
        }
    }
}
