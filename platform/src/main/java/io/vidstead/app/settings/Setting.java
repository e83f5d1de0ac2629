package io.vidstead.app.settings;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One key a person may set.
 *
 * @param type what its text looks like, for people
 * @param defaultText the text used when it is not set; null: it is then absent
 * @param parse throws IllegalArgumentException with a message for people
 */
record Setting<T>(
        String key, String type, @Nullable String defaultText, Function<String, T> parse, String description) {

    String environmentName() {
        return "VIDSTEAD_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
