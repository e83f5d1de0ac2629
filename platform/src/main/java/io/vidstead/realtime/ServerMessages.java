package io.vidstead.realtime;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

/** What the server says, as JSON; docs/realtime.md lists it. */
final class ServerMessages {

    static final String PONG = "{\"type\":\"pong\"}";

    private ServerMessages() {}

    /** @param userChannel of the person whose socket it is; null for anonymous ones */
    static String welcome(String epoch, @Nullable String userChannel, long seq) {
        return userChannel == null
                ? "{\"type\":\"welcome\",\"epoch\":\"" + epoch + "\"}"
                : "{\"type\":\"welcome\",\"epoch\":\"" + epoch + "\",\"channel\":" + quoted(userChannel) + ",\"seq\":"
                        + seq + '}';
    }

    static String subscribed(String channel, long seq) {
        return "{\"type\":\"subscribed\",\"channel\":" + quoted(channel) + ",\"seq\":" + seq + '}';
    }

    static String resumed(String channel, long seq, int missed) {
        return "{\"type\":\"resumed\",\"channel\":" + quoted(channel) + ",\"seq\":" + seq + ",\"missed\":" + missed
                + '}';
    }

    static String reset(String channel, long seq) {
        return "{\"type\":\"reset\",\"channel\":" + quoted(channel) + ",\"seq\":" + seq + '}';
    }

    static String unsubscribed(String channel) {
        return "{\"type\":\"unsubscribed\",\"channel\":" + quoted(channel) + '}';
    }

    /** @param data JSON */
    static String event(String channel, String type, String data, long seq) {
        return "{\"channel\":" + quoted(channel) + ",\"type\":" + quoted(type) + ",\"data\":" + data + ",\"seq\":" + seq
                + '}';
    }

    static String error(String code, String detail, @Nullable String channel) {
        return "{\"type\":\"error\",\"code\":\"" + code + "\",\"detail\":" + quoted(detail)
                + (channel == null ? "" : ",\"channel\":" + quoted(channel)) + '}';
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
