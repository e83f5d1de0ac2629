package io.vidstead.engines.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import io.vidstead.engines.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways to run a server that root cannot run; they take root to show. */
class ServerUserTest {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

    /** Programs that everybody may run, unpacked once for the class: a build folder may be closed to others. */
    private static Path tools;

    private Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "skipped: only root can be somebody else");
        tools = Files.createTempDirectory("vidstead-tools");
        allow(tools, "rwxrwxrwx");
        PostgresPrograms.unpackedIn(tools);
    }

    @AfterAll
    static void remove() throws IOException {
        if (tools != null) {
            DurableFiles.deleteTree(tools);
        }
    }

    @BeforeEach
    void a_folder_that_others_may_pass_through() throws IOException {
        folder = Files.createTempDirectory("vidstead-users");
        allow(folder, "rwxr-xr-x");
    }

    @AfterEach
    void clean_up() throws IOException {
        DurableFiles.deleteTree(folder);
    }

    @Test
    void root_in_a_folder_that_only_root_may_read() throws Exception {
        assumeTrue(
                Command.run(Path.of("/"), List.of("unshare", "-U", "true"), "").succeeded(),
                "skipped: no user namespaces here");
        allow(folder, "rwx------");
        assertThat(ServerUser.forNewCluster()).isEqualTo(new ServerUser.RootInNamespace());
        assertRunsAndRestarts("root");
    }

    @Test
    void root_with_a_folder_of_an_unprivileged_user() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("database"));
        ServerUser nobody = new ServerUser.Another(id("-u"), id("-g"));
        Cluster.create(locked, PostgresPrograms.unpackedIn(tools), nobody);
        assertThat(ServerUser.ownerOf(locked.resolve("cluster"))).isEqualTo(nobody);
        assertRunsAndRestarts("nobody");
    }

    @Test
    void an_ordinary_user() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        new ServerUser.Another(id("-u"), id("-g")).own(home);
        Path data = home.resolve("data");
        for (int start = 0; start < 2; start++) {
            Process holder = PostgresHolder.fork(AS_NOBODY, readableClassPath(), data, tools);
            long server = PostgresHolder.awaitReady(holder);
            assertThat(owner(server)).isEqualTo("nobody");
            holder.getOutputStream().close();
            assertThat(holder.waitFor()).isZero();
            assertThat(ProcessHandle.of(server)).isEmpty();
        }
    }

    @Test
    void a_folder_that_the_user_may_not_enter_is_explained() throws Exception {
        Path hidden = Files.createDirectory(folder.resolve("hidden"));
        allow(hidden, "rwx------");
        PostgresPrograms programs = PostgresPrograms.unpackedIn(tools);
        ServerUser nobody = new ServerUser.Another(id("-u"), id("-g"));
        assertThatThrownBy(() -> Cluster.create(hidden, programs, nobody))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("may not enter");
    }

    private void assertRunsAndRestarts(String owner) throws Exception {
        for (int start = 0; start < 2; start++) {
            try (EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(folder.resolve("database"), EmbeddedPostgres.Options.of(tools))) {
                assertThat(owner(postgres.processId())).isEqualTo(owner);
                assertThat(DatabaseContract.query(postgres, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    private static String owner(long process) {
        return ProcessHandle.of(process).orElseThrow().info().user().orElseThrow();
    }

    /** The class path, copied to where everybody may read it. */
    private String readableClassPath() throws IOException {
        Path copies = folder.resolve("classpath");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path copy = copies.resolve(entries.size() + "-" + Path.of(entry).getFileName());
            copyTree(Path.of(entry), copy);
            entries.add(copy.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (!Files.exists(copy)) {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static int id(String which) throws IOException {
        return Integer.parseInt(
                Command.run(Path.of("/"), List.of("id", which, "nobody"), "").output());
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
