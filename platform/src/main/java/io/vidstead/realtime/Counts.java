package io.vidstead.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The counts of a channel that are known, field by field, the last of each; and when they may be sent again. Not safe for
 * threads: its channel guards it.
 */
final class Counts {

    static final String TYPE = "counts";
    static final String VIEWERS = "viewers";

    /** Nothing is to be done. */
    static final long NEVER = -1;

    private static final long INTERVAL_NANOS = 1_000_000_000L;
    /** Where more listen, counts come less often: so many sockets a second are written to. */
    private static final int LISTENERS_A_SECOND = 1_000;

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private boolean changed;
    /** Whether somebody was told when to send them. */
    private boolean appointed;

    private long sentAt = System.nanoTime() - INTERVAL_NANOS;

    boolean isEmpty() {
        return fields.isEmpty();
    }

    void merge(ObjectNode news) {
        news.properties().forEach(field -> {
            if (!field.getValue().equals(fields.get(field.getKey()))) {
                fields.set(field.getKey(), field.getValue());
                changed = true;
            }
        });
    }

    void viewers(int number) {
        if (fields.path(VIEWERS).asInt(-1) != number) {
            fields.put(VIEWERS, number);
            changed = true;
        }
    }

    /** In how many nanoseconds they are to be sent to so many; {@link #NEVER} when somebody does that already. */
    long appointment(int listeners) {
        if (!changed || appointed || listeners == 0) {
            return NEVER;
        }
        appointed = true;
        long interval = INTERVAL_NANOS * Math.max(1, listeners / LISTENERS_A_SECOND);
        return Math.max(0, sentAt + interval - System.nanoTime());
    }

    /**
     * The appointment is kept.
     *
     * @return whether there is something to send
     */
    boolean due() {
        appointed = false;
        boolean send = changed;
        changed = false;
        if (send) {
            sentAt = System.nanoTime();
        }
        return send;
    }

    String json() {
        return fields.toString();
    }
}
