package io.vidstead.engines.events;

import java.util.regex.Pattern;

/** The names of topics. */
final class Topics {

    private static final String DEAD = ".dead";
    private static final Pattern VALID = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*");

    private Topics() {}

    static void requireValid(String topic) {
        if (topic.length() > 100 || !VALID.matcher(topic).matches()) {
            throw new IllegalArgumentException("not a topic: " + topic);
        }
    }

    /** Where the poison events of a topic go. */
    static String dead(String topic) {
        return topic + DEAD;
    }
}
