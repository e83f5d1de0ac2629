package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.uploads.UploadClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose ffmpeg has been taken over by what it reads: it is killed, and nobody else notices. */
@ProcessTest
class HostileToolIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** How long a look into a file may take here: what hangs is waited for, and a busy machine needs a while for the rest. */
    private static final String DEADLINE = "6s";

    /** What a file may make the script do, and with which code its video then fails. */
    private static final Map<String, String> DEEDS = Map.of(
            "HANG", "too_costly_to_probe",
            "FORK", "too_costly_to_probe",
            "FILL", "too_costly_to_probe",
            "CRASH", "not_a_video",
            "CHATTER", "no_streams");

    @TempDir
    private Path folder;

    @Test
    void aHungForkingOrDiskFillingToolIsKilledAndItsVideoFails() throws Exception {
        String name = "sleeper-" + UUID.randomUUID();
        Path data = ServerProcess.freshData("hostile");
        try (ServerProcess server = ServerProcess.start(
                data, "--media.ffmpeg", script(name).toString(), "--media.probe-deadline", DEADLINE)) {
            UploadClient user = UploadClient.register(URI.create(server.url() + "/"));
            Map<String, String> videos = new LinkedHashMap<>();
            DEEDS.keySet().forEach(deed -> videos.put(deed, upload(user, deed)));
            DEEDS.forEach((deed, code) -> {
                Function<String, String> status =
                        field -> json(user.get("/api/v1/videos/" + videos.get(deed) + "/status"))
                                .at(field)
                                .asText();
                await(deed, LIMIT, () -> status.apply("/status").equals("failed"));
                assertThat(status.apply("/error/code")).as(deed).isEqualTo(code);
            });
            await(
                    "nothing runs on",
                    LIMIT,
                    () -> ProcessHandle.allProcesses()
                            .noneMatch(process ->
                                    process.info().command().orElse("").contains(name)));
            assertThat(left(data)).isEmpty();
            assertThat(user.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private static String upload(UploadClient user, String deed) {
        byte[] file = ("a film that says " + deed).getBytes(StandardCharsets.US_ASCII);
        var last = user.patch(user.tus(file.length), 0, file);
        return last.headers().firstValue("Vidstead-Video-Id").orElseThrow();
    }

    private static Stream<Path> left(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("scratch"))) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }

    /** An ffmpeg, with its ffprobe, that does what is written in the file that stands behind {@code -i}. */
    private Path script(String sleeper) throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String program : new String[] {"sh", "head", "grep", "sleep", "cat"}) {
            // In the sandbox the system's own programs are out of sight.
            Files.copy(Path.of("/usr/bin").resolve(program).toRealPath(), tools.resolve(program));
        }
        Files.copy(Path.of("/usr/bin/sleep"), tools.resolve(sleeper));
        String body = """
                #!%1$s/sh
                PATH=%1$s
                [ "$2" = -version ] && { echo a script; exit 0; }
                while [ $# -gt 0 ]; do [ "$1" = -i ] && input=${2#file:}; shift; done
                says() { grep -q "$1" "$input"; }
                if says HANG; then %2$s 1000
                elif says FORK; then i=0; while [ $i -lt 500 ]; do i=$((i+1)); %2$s 1000 & done; wait
                elif says FILL; then i=0; while :; do i=$((i+1)); head -c 5000000 /dev/zero > $i; done
                elif says CRASH; then kill -SEGV $$
                else i=0; while [ $i -lt 3000 ]; do i=$((i+1)); echo '{"a": "%%s"}' >&2; echo '{'; done
                fi
                """.formatted(tools, sleeper);
        for (String name : new String[] {"ffmpeg", "ffprobe"}) {
            Files.writeString(tools.resolve(name), body);
            Files.setPosixFilePermissions(tools.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return tools.resolve("ffmpeg");
    }
}
