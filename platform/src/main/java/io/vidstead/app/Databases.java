package io.vidstead.app;

import io.vidstead.engines.DataFolder;
import io.vidstead.engines.database.Database;
import io.vidstead.engines.database.EmbeddedPostgres;
import io.vidstead.engines.database.ExternalPostgres;
import io.vidstead.kernel.Settings;

/** Chooses the database engine. */
final class Databases {

    private Databases() {}

    static Database open(Settings settings, DataFolder folder) {
        Settings.Database wanted = settings.database();
        return wanted.url()
                .<Database>map(url -> new ExternalPostgres(
                        url, wanted.username().orElse(""), wanted.password().orElse("")))
                .orElseGet(() -> EmbeddedPostgres.start(
                        folder.path().resolve("database"),
                        EmbeddedPostgres.Options.of(folder.path().resolve("tools/postgresql"))
                                .atPort(wanted.port())));
    }
}
