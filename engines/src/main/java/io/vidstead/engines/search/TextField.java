package io.vidstead.engines.search;

import java.util.Locale;

/** The texts of an entry; a word in the title says more about a thing than one in what is said for an hour. */
public enum TextField {
    TITLE(3f),
    TAGS(2f),
    AUTHOR(1.5f),
    DESCRIPTION(1f),
    SAID(0.8f);

    private final float weight;

    TextField(float weight) {
        this.weight = weight;
    }

    float weight() {
        return weight;
    }

    String stems() {
        return name().toLowerCase(Locale.ROOT) + ".s";
    }

    String plain() {
        return name().toLowerCase(Locale.ROOT) + ".x";
    }
}
