package io.vidstead.app;

import io.vidstead.app.settings.SettingsSources;
import io.vidstead.engines.database.Database;
import io.vidstead.kernel.Settings;
import java.util.Locale;

/** Hands settings on to Quarkus, as system properties, before it starts. */
final class QuarkusProperties {

    /** Settings' own texts go under this prefix, for {@link SettingsProducer}. */
    static final String PREFIX = "vidstead.";

    private QuarkusProperties() {}

    static void set(SettingsSources.Loaded loaded, Database database) {
        loaded.texts().forEach((key, text) -> System.setProperty(PREFIX + key, text));
        Settings settings = loaded.settings();
        System.setProperty("quarkus.http.host", settings.http().host());
        System.setProperty("quarkus.http.port", Integer.toString(settings.http().port()));
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        if (settings.objects().url().isPresent()) {
            // It answers nobody: what it asks for itself needs few connections, of which the database has few.
            System.setProperty("quarkus.datasource.jdbc.max-size", "6");
        }
        System.setProperty("quarkus.log.level", settings.log().level().toUpperCase(Locale.ROOT));
        System.setProperty(
                "quarkus.log.console.json.enabled",
                Boolean.toString(settings.log().format() == Settings.Log.Format.JSON));
        if (!settings.http().trustedProxies().isEmpty()) {
            System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
            System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
            System.setProperty(
                    "quarkus.http.proxy.trusted-proxies",
                    String.join(",", settings.http().trustedProxies()));
        }
    }
}
