package io.vidstead.notifications;

import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Where this site is, for links in what leaves it. */
@ApplicationScoped
class SiteAddress {

    private final String address;
    private final String name;

    SiteAddress(Settings.Site site, Settings.Http http) {
        this.name = site.name();
        this.address = site.url().map(URI::toString).orElseGet(() -> "http://" + host(http.host()) + ":" + http.port());
    }

    private static String host(String host) {
        return switch (host) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> host.indexOf(':') < 0 ? host : "[" + host + "]";
        };
    }

    String name() {
        return name;
    }

    /** @param path begins with a slash */
    String link(String path) {
        return address + path;
    }
}
