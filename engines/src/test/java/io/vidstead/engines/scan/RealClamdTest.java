package io.vidstead.engines.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same against ClamAV itself, where it is installed, with one signature: that of the EICAR test file. */
class RealClamdTest extends VirusScannerContract {
    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/local/sbin/clamd"));
    private static final Duration START = Duration.ofSeconds(30);

    /** In two parts, so that no scanner takes this source for the file. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    private static Path folder;

    private static @Nullable Process daemon;

    @BeforeAll
    static void start() throws IOException {
        var program = PLACES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(program.isPresent(), "clamd is not installed (Debian: apt-get install clamav-daemon)");
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        var hex = HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("eicar.ndb"), "Eicar.Test:0:*:" + hex + "\n");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %s
                LocalSocket %s
                StreamMaxLength 2M
                MaxThreads 2
                """.formatted(signatures, socket()));
        daemon = new ProcessBuilder(program.get().toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        awaitAnswer();
    }

    private static void awaitAnswer() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                new ClamdScanner(new ClamdAddress.Unix(socket().toString()), 1, START)
                        .scan(InputStream.nullInputStream());
                return;
            } catch (ScannerUnavailableException e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(Files.readString(folder.resolve("clamd.log")), e);
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    @AfterAll
    static void stop() {
        if (daemon != null) {
            daemon.destroyForcibly();
        }
    }

    private static Path socket() {
        return folder.resolve("clamd.sock");
    }

    @Override
    VirusScanner scanner(long maxBytes) {
        return new ClamdScanner(new ClamdAddress.Unix(socket().toString()), maxBytes, START);
    }

    @Override
    String bad() {
        return EICAR;
    }
}
