package io.vidstead.kernel.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Writes into a response. Each write waits until the one before has gone, so no more than two buffers wait for a slow reader,
 * and the next one is made ready meanwhile; that a reader went away is told by the next write. For one thread.
 */
public final class ResponseChannel implements WritableByteChannel {

    private final HttpServerResponse response;
    private CompletableFuture<?> onItsWay = CompletableFuture.completedFuture(null);

    public ResponseChannel(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        try {
            onItsWay.join();
        } catch (CompletionException e) {
            throw new IOException("the reader went away", e);
        }
        onItsWay = response.write(Buffer.buffer(copy)).toCompletionStage().toCompletableFuture();
        return copy.length;
    }

    @Override
    public boolean isOpen() {
        return !response.closed();
    }

    /** Ends nothing: whoever sends decides when the response is whole. */
    @Override
    public void close() {}
}
