package io.vidstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import io.vidstead.engines.objects.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class HangUpTest {

    @Test
    void aBrokenConnectionOfTheClientIsOne() {
        assertThat(HangUp.caused(new IOException(new IOException(new HttpClosedException("Connection was closed")))))
                .isTrue();
        assertThat(HangUp.caused(new UncheckedIOException(new ClosedChannelException())))
                .isTrue();
        assertThat(HangUp.caused(new IOException(new SocketException("Connection reset"))))
                .isTrue();
    }

    @Test
    void ourOwnBrokenConnectionsAndOtherFaultsAreNot() {
        assertThat(HangUp.caused(new IllegalStateException(new SQLException("lost", new SocketException("reset")))))
                .isFalse();
        assertThat(HangUp.caused(new StorageException("lost", new ClosedChannelException())))
                .isFalse();
        assertThat(HangUp.caused(new IOException("disk"))).isFalse();
    }
}
