package io.vidstead.media.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A file of a kind that people have, and what must come of it; an entry of fixtures.json.
 *
 * @param about what is special about it; empty for a mere part of others
 * @param recipe how it is made
 * @param refused the code with which it is refused; absent when it becomes a video
 * @param plays how it is published first
 * @param size as shown, and as its lowest rung has it
 * @param seconds length
 * @param evenFrames whether the file's own frames are evenly spaced
 * @param grey whether it has lost its colours
 */
public record Fixture(
        String name,
        String about,
        Recipe recipe,
        Optional<String> refused,
        Way plays,
        String size,
        double seconds,
        boolean evenFrames,
        boolean grey) {

    /** How a file becomes playable. */
    public enum Way {
        /** Segments are made from the original on demand. */
        AS_IT_IS("as it is"),
        /** The picture is copied into segments. */
        COPIED("copied"),
        /** A rung is encoded first. */
        ENCODED("encoded");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        static Way of(String text) {
            for (var way : values()) {
                if (way.text.equals(text)) {
                    return way;
                }
            }
            throw new IllegalArgumentException(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Fixture read(JsonNode entry) {
        return new Fixture(
                entry.path("name").asText(),
                entry.path("about").asText(),
                Recipe.read(entry),
                Optional.ofNullable(entry.get("refused")).map(JsonNode::asText),
                Way.of(entry.path("plays").asText("encoded")),
                entry.path("size").asText("320x180"),
                entry.path("seconds").asDouble(1.5),
                entry.path("even").asBoolean(true),
                entry.path("grey").asBoolean());
    }

    /** Whether it exists only because others are made from it. */
    boolean isPart() {
        return about.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
