package io.vidstead.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidstead.kernel.DataSize;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSourcesTest {

    @TempDir
    Path folder = Path.of("");

    private Settings load(List<String> arguments, Map<String, String> environment) {
        return SettingsSources.load(arguments, environment, folder).settings();
    }

    private List<String> errors(List<String> arguments, Map<String, String> environment) {
        return catchThrowableOfType(BadSettings.class, () -> load(arguments, environment))
                .errors();
    }

    @Test
    void withoutAnySettingTheDefaultsHold() {
        Settings settings = load(List.of(), Map.of("PATH", "/bin"));
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.roles()).containsExactlyInAnyOrder(ServerRole.values());
        assertThat(settings.database().url()).isEmpty();
        assertThat(settings.uploads().chunkSize()).isEqualTo(DataSize.ofMebibytes(5));
        assertThat(settings.tokens().refreshTtl()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.registration().open()).isTrue();
    }

    @Test
    void flagsWinOverEnvironmentWhichWinsOverTheFile() throws IOException {
        Files.writeString(folder.resolve("vidstead.conf"), """
                # a comment
                site.name = From file
                http.port = 1111
                uploads.quota = 7GiB
                """);
        Settings settings = load(
                List.of("--site.name=From flag"),
                Map.of("VIDSTEAD_SITE_NAME", "From environment", "VIDSTEAD_HTTP_PORT", "2222"));
        assertThat(settings.site().name()).isEqualTo("From flag");
        assertThat(settings.http().port()).isEqualTo(2222);
        assertThat(settings.uploads().quota()).isEqualTo(DataSize.parse("7GiB"));
    }

    @Test
    void shortFlagsAndANamedFile() throws IOException {
        Path file = Files.writeString(folder.resolve("other.conf"), "log.format = json\n");
        Settings settings = load(
                List.of("--port", "0", "--data", "/srv/x", "--roles", "api,worker", "--config", file.toString()),
                Map.of());
        assertThat(settings.http().port()).isZero();
        assertThat(settings.data().dir()).isEqualTo(Path.of("/srv/x"));
        assertThat(settings.roles()).containsExactlyInAnyOrder(ServerRole.API, ServerRole.WORKER);
        assertThat(settings.log().format()).isEqualTo(Settings.Log.Format.JSON);
    }

    @Test
    void allErrorsOfAllSourcesAreToldTogether() throws IOException {
        Files.writeString(folder.resolve("vidstead.conf"), """
                uploads.quotta = 1GiB
                no equals sign
                site.name = a
                site.name = b
                """);
        List<String> errors = errors(
                List.of("--port", "99999", "--quota", "1GiB", "extra", "--tokens.access-ttl", "soon", "--data"),
                Map.of("VIDSTEAD_SPEED", "11", "VIDSTEAD_ROLES", "api,cook"));
        assertThat(errors)
                .anySatisfy(error -> assertThat(error).contains("uploads.quotta", "line 1"))
                .anySatisfy(error -> assertThat(error).contains("no equals sign", "line 2"))
                .anySatisfy(error -> assertThat(error).contains("site.name is set twice"))
                .anySatisfy(error -> assertThat(error).contains("http.port = 99999", "0 to 65535"))
                .anySatisfy(error -> assertThat(error).contains("--quota", "did you mean uploads.quota?"))
                .anySatisfy(error -> assertThat(error).contains("\"extra\""))
                .anySatisfy(error -> assertThat(error).contains("tokens.access-ttl = soon"))
                .anySatisfy(error -> assertThat(error).contains("--data needs a value"))
                .anySatisfy(error -> assertThat(error).contains("VIDSTEAD_SPEED"))
                .anySatisfy(error -> assertThat(error).contains("roles = api,cook", "cook is not known"))
                .hasSize(10);
    }

    @Test
    void secretsAreNotPrinted() {
        Settings settings = load(
                List.of(
                        "--database.url",
                        "jdbc:postgresql://db/v",
                        "--database.username",
                        "v",
                        "--database.password",
                        "hush"),
                Map.of());
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        assertThat(errors(List.of("--config", "missing.conf"), Map.of()))
                .singleElement()
                .asString()
                .contains("missing.conf");
    }

    @Test
    void aWorkerElsewhereNeedsBothDatabaseAndObjects() {
        String database = "--database.url=jdbc:postgresql://db/vidstead";
        String objects = "--objects.url=http://10.0.0.5:8080";
        assertThat(errors(List.of("--roles=worker"), Map.of()))
                .singleElement()
                .asString()
                .contains("objects.url", "database.url");
        assertThat(errors(List.of("--roles=worker", database), Map.of()))
                .singleElement()
                .asString()
                .contains("needs objects.url");
        assertThat(errors(List.of("--roles=worker", objects), Map.of()))
                .singleElement()
                .asString()
                .contains("needs database.url");
        assertThat(errors(List.of("--roles=worker,api", objects, database), Map.of()))
                .singleElement()
                .asString()
                .contains("roles = worker alone");
        assertThat(load(List.of("--roles=worker", objects, database), Map.of())
                        .objects()
                        .url())
                .hasToString("Optional[http://10.0.0.5:8080]");
    }
}
