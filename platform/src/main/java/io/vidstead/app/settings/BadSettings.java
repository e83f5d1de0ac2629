package io.vidstead.app.settings;

import java.util.List;

/** The settings cannot be used; says everything that is wrong with them. */
public final class BadSettings extends RuntimeException {

    private final List<String> errors;

    BadSettings(List<String> errors) {
        super(String.join("\n", errors));
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }
}
