package io.vidstead.notifications;

import java.util.Locale;

/** A way that leads out of the site. */
enum Way {
    EMAIL,
    PUSH;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
