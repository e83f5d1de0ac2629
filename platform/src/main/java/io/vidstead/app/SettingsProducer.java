package io.vidstead.app;

import io.vidstead.app.settings.SettingsSources;
import io.vidstead.kernel.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Makes the settings and each of their parts injectable. */
@Singleton
class SettingsProducer {

    private final Settings settings;

    SettingsProducer(Config config) {
        Map<String, String> texts = SettingsSources.keys().stream()
                .filter(key -> text(config, key) != null)
                .collect(Collectors.toMap(key -> key, key -> String.valueOf(text(config, key))));
        this.settings = SettingsSources.parse(texts);
    }

    private static @Nullable String text(Config config, String key) {
        return config.getConfigValue(QuarkusProperties.PREFIX + key).getValue();
    }

    @Produces
    @Singleton
    Settings settings() {
        return settings;
    }

    @Produces
    @Singleton
    Settings.Http http() {
        return settings.http();
    }

    @Produces
    @Singleton
    Settings.Data data() {
        return settings.data();
    }

    @Produces
    @Singleton
    Settings.Site site() {
        return settings.site();
    }

    @Produces
    @Singleton
    Settings.Comments comments() {
        return settings.comments();
    }

    @Produces
    @Singleton
    Settings.Uploads uploads() {
        return settings.uploads();
    }

    @Produces
    @Singleton
    Settings.Registration registration() {
        return settings.registration();
    }

    @Produces
    @Singleton
    Settings.Processing processing() {
        return settings.processing();
    }

    @Produces
    @Singleton
    Settings.Media media() {
        return settings.media();
    }

    @Produces
    @Singleton
    Settings.Scan scan() {
        return settings.scan();
    }

    @Produces
    @Singleton
    Settings.Mail mail() {
        return settings.mail();
    }

    @Produces
    @Singleton
    Settings.Push push() {
        return settings.push();
    }

    @Produces
    @Singleton
    Settings.Transcription transcription() {
        return settings.transcription();
    }

    @Produces
    @Singleton
    Settings.Tokens tokens() {
        return settings.tokens();
    }

    @Produces
    @Singleton
    Settings.Embeddings embeddings() {
        return settings.embeddings();
    }

    @Produces
    @Singleton
    Settings.Search search() {
        return settings.search();
    }

    @Produces
    @Singleton
    Settings.Web web() {
        return settings.web();
    }

    @Produces
    @Singleton
    Settings.Realtime realtime() {
        return settings.realtime();
    }

    @Produces
    @Singleton
    Settings.Storage storage() {
        return settings.storage();
    }

    @Produces
    @Singleton
    Settings.Limits limits() {
        return settings.limits();
    }
}
