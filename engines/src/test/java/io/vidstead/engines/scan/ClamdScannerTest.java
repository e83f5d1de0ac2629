package io.vidstead.engines.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.scan.FakeClamd.Manner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol, and all that can go wrong with it, against a daemon made for this. */
@Timeout(20)
class ClamdScannerTest extends VirusScannerContract {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final FakeClamd honest = new FakeClamd(Manner.HONEST);

    @AfterEach
    void close() throws IOException {
        honest.close();
    }

    @Override
    VirusScanner scanner(long maxBytes) {
        return new ClamdScanner(honest.address(), maxBytes, Duration.ofSeconds(10));
    }

    @Override
    String bad() {
        return FakeClamd.BAD;
    }

    @ParameterizedTest
    @EnumSource(value = Manner.class, mode = EnumSource.Mode.EXCLUDE, names = "HONEST")
    void givesNoVerdictWhereThereIsNone(Manner manner) throws IOException {
        try (var clamd = new FakeClamd(manner)) {
            var scanner = new ClamdScanner(clamd.address(), 100 << 20, LIMIT);
            assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(new byte[5 << 20])))
                    .isInstanceOf(ScannerUnavailableException.class)
                    .hasMessageNotContaining("<b>");
        }
    }

    @Test
    void givesNoVerdictWhereNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        for (var address : new ClamdAddress[] {
            new ClamdAddress.Tcp("127.0.0.1", port), new ClamdAddress.Unix("/nowhere/clamd.sock")
        }) {
            assertThatThrownBy(() -> new ClamdScanner(address, 1000, LIMIT).scan(InputStream.nullInputStream()))
                    .isInstanceOf(ScannerUnavailableException.class);
        }
    }

    @Test
    void tellsAFileThatCannotBeReadFromADaemonThatIsDown() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };
        assertThatThrownBy(() -> scanner(1000).scan(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    @Test
    void sendsNoMoreThanItIsTold() throws IOException {
        scanner(1000).scan(new ByteArrayInputStream(new byte[100_000]));
        assertThat(honest.taken()).isEqualTo(1000);
    }

    @Test
    void readsAddresses() {
        assertThat(ClamdAddress.parse("127.0.0.1:3310")).isEqualTo(new ClamdAddress.Tcp("127.0.0.1", 3310));
        assertThat(ClamdAddress.parse("[::1]:3310")).isEqualTo(new ClamdAddress.Tcp("::1", 3310));
        assertThat(ClamdAddress.parse("/run/clamav/clamd.ctl"))
                .isEqualTo(new ClamdAddress.Unix("/run/clamav/clamd.ctl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clamd", ":3310", "clamd:", "clamd:70000", "clamd:x"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> ClamdAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
