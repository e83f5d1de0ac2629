package io.vidstead.app.settings;

import org.jspecify.annotations.Nullable;

/** Renders {@code docs/configuration.md} from the declarations. */
final class SettingsPage {

    private SettingsPage() {}

    static String render() {
        StringBuilder page = new StringBuilder("""
                # Configuration

                Every setting can be given in three ways; the first wins:

                1. a flag: `./vidstead run --uploads.quota 10GiB` (short: `--host`, `--port`, `--data`);
                2. an environment variable: `VIDSTEAD_UPLOADS_QUOTA=10GiB`;
                3. a line in the configuration file: `uploads.quota = 10GiB`. The file is the one that `--config FILE` or
                   `VIDSTEAD_CONFIG` names, else `vidstead.conf` in the working folder. Lines that start with `#` are comments.

                An unknown key stops the start. All errors are told at once, and the exit code is then 2.

                Sizes: `512KiB`, `5MiB`, `4GiB`. Durations: `30s`, `15m`, `24h`, `30d`. Lists: items with commas between them.

                | key | environment | type | default | meaning |
                |---|---|---|---|---|
                """);
        for (Setting<?> setting : SettingsSchema.ALL) {
            page.append("| `%s` | `%s` | %s | %s | %s |\n"
                    .formatted(
                            setting.key(),
                            setting.environmentName(),
                            setting.type(),
                            shown(setting.defaultText()),
                            setting.description()));
        }
        return page.toString();
    }

    private static String shown(@Nullable String defaultText) {
        if (defaultText == null) {
            return "(absent)";
        }
        return defaultText.isEmpty() ? "(none)" : "`" + defaultText + "`";
    }
}
