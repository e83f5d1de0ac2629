package io.vidstead.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One pass over the texts that were set; collects what is wrong with them. */
final class Parsing {

    private final Map<String, String> texts;
    private final List<String> errors = new ArrayList<>();

    Parsing(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The value, or its default; after an error the default too, so that the pass goes on. */
    <T> T get(Setting<T> setting) {
        String fallback = Objects.requireNonNull(setting.defaultText(), setting.key());
        return find(setting).orElseGet(() -> setting.parse().apply(fallback));
    }

    <T> Optional<T> find(Setting<T> setting) {
        String text = texts.get(setting.key());
        if (text == null || (text.isEmpty() && setting.defaultText() == null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(setting.parse().apply(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            error(setting.key() + " = " + text + ": " + e.getMessage() + " (wanted: " + setting.type() + ")");
            return Optional.empty();
        }
    }

    void error(String message) {
        errors.add(message);
    }

    void finish() {
        if (!errors.isEmpty()) {
            throw new BadSettings(errors);
        }
    }
}
