package io.vidstead.app;

import io.vidstead.accounts.Setup;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.Config;

/** Tells who started the server where it is, and how an empty site gets its administrator. */
@ApplicationScoped
class Greeting {

    private final Settings settings;
    private final Setup setup;

    private final Config config;

    Greeting(Settings settings, Setup setup, Config config) {
        this.settings = settings;
        this.setup = setup;
        this.config = config;
    }

    /** After the server has begun to listen. On standard output, not in the log: the link is a secret. */
    void print() {
        String address = settings.site()
                .url()
                .map(URI::toString)
                .orElse("http://" + shownHost() + ":" + config.getValue("quarkus.http.port", Integer.class));
        System.out.println(settings.site().name() + " is at " + address);
        if (settings.roles().contains(ServerRole.API)) {
            setup.newToken()
                    .ifPresent(token -> System.out.println("This site has no administrator yet. Become it here, once: "
                            + address + "/setup?token=" + token));
        }
    }

    private String shownHost() {
        String host = settings.http().host();
        return switch (host) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> host.indexOf(':') < 0 ? host : "[" + host + "]";
        };
    }
}
