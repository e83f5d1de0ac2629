package io.vidstead.processing;

import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.jobs.NodeName;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.testing.CutLine;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.uploads.UploadClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server and two workers, each a process with a data folder of its own, that share the chunks of one video. */
@ProcessTest
class WorkersIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String LEASE = "4s";

    /** Enough chunks that some are left on a fast machine when each of the workers has made one. */
    private static final int SECONDS = 48;

    private final Path data = ServerProcess.freshData("main");
    private final Path first = ServerProcess.emptyFolder("first-worker");
    private final Path second = ServerProcess.emptyFolder("second-worker");
    private final FfmpegTools tools = FfmpegTools.packaged(Path.of("target", "tools"));
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(each);
        return each;
    }

    @Test
    void aWorkerThatIsKilledAndOneThatIsCutOffLeadToOnePublication() throws Exception {
        int databasePort = freePort();
        ServerProcess server = opened(ServerProcess.start(
                data,
                "--database.port",
                Integer.toString(databasePort),
                "--processing.chunk",
                "4s",
                "--processing.lease",
                LEASE,
                "--media.ffmpeg",
                tools.ffmpeg().toString()));
        CutLine line = opened(CutLine.to(databasePort));
        ServerProcess killed = opened(worker(first, server, databasePort));
        ServerProcess cutOff = opened(worker(second, server, line.port()));
        killed.awaitReady();
        cutOff.awaitReady();

        UploadClient user = UploadClient.register(URI.create(server.url()));
        byte[] film = new Clips(tools, Path.of("target", "clips")).h264(SECONDS, 854, 480);
        String video = user.patch(user.tus(film.length), 0, film)
                .headers()
                .firstValue("Vidstead-Video-Id")
                .orElseThrow();

        try (Connection database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/vidstead", "vidstead", password())) {
            Await.await(
                    "chunks of both workers",
                    LIMIT,
                    () -> chunks(database, first, "done") > 0 && chunks(database, second, "done") > 0);
            Await.closely("a chunk in the making", LIMIT, () -> chunks(database, first, "leased") > 0);
            killed.kill();
            Await.closely("a chunk cut off in the making", LIMIT, () -> {
                if (chunks(database, second, "leased") == 0) {
                    return false; // cut off now, it would never get to the next one
                }
                line.cut();
                boolean making = chunks(database, second, "leased") > 0;
                if (!making) {
                    line.mend();
                }
                return making;
            });
        }
        String published = published(user, video);
        Await.await("the ladder", LIMIT, () -> {
            JsonNode status = json(user.get("/api/v1/videos/" + video + "/status"));
            assertThat(status.path("error").isNull()).as(status.toString()).isTrue();
            return status.path("stage").asText().equals("done");
        });
        line.mend();
        Await.await(
                "the worker to know that it was too late",
                LIMIT,
                () -> cutOff.output().matches("(?s).*(is lost: |came too late).*"));
        Await.await("the worker to be back", LIMIT, () -> cutOff.status("/health/ready") == 200);

        assertThat(published(user, video)).isEqualTo(published);
        List<Path> files = files("processed/" + video);
        assertThat(files)
                .extracting(file -> file.getFileName().toString().split("-")[0])
                .containsExactlyInAnyOrder("480p", "360p", "240p", "144p", "audio");
        assertThat(files).allSatisfy(file -> {
            CmafIndex index = CmafFile.read(file);
            assertThat(index.startTicks()).isZero();
            assertThat(index.durationSeconds()).isBetween(SECONDS - 0.05, SECONDS + 0.05);
        });
        Await.await(
                "the chunks to go, which happens after the publication",
                LIMIT,
                () -> Files.notExists(data.resolve("objects/objects/chunks").resolve(video)));
        assertThat(second.resolve("objects")).doesNotExist();
    }

    private ServerProcess worker(Path folder, ServerProcess server, int databasePort) throws IOException {
        return ServerProcess.launch(
                folder,
                List.of(
                        "--roles",
                        "worker",
                        "--objects.url",
                        server.url(),
                        "--database.url",
                        "jdbc:postgresql://127.0.0.1:" + databasePort + "/vidstead",
                        "--database.username",
                        "vidstead",
                        "--database.password",
                        password(),
                        "--processing.lease",
                        LEASE,
                        "--media.ffmpeg",
                        tools.ffmpeg().toString()),
                Map.of());
    }

    private String password() throws IOException {
        return Files.readString(data.resolve("database/password"));
    }

    private static int chunks(Connection database, Path worker, String state) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from encode_chunks where worker = '"
                        + name(worker) + "' and kind = 'picture' and state = '" + state + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String name(Path folder) {
        try {
            return NodeName.shorten(InetAddress.getLocalHost().getHostName() + ":" + folder);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static String published(UploadClient user, String video) {
        return json(user.get("/api/v1/videos/" + video)).path("published_at").asText();
    }

    private List<Path> files(String folder) throws IOException {
        Path root = data.resolve("objects/objects").resolve(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
