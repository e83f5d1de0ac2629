package io.vidstead.app.objects;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request that was paused, as a stream for another thread than the event loop. A piece is asked for only when the
 * one before was read, so one piece is in memory.
 */
final class RequestBody extends InputStream {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private sealed interface Part {}

    private record Bytes(byte[] bytes) implements Part {}

    private record End() implements Part {}

    private record Failure(Throwable cause) implements Part {}

    private final HttpServerRequest request;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private byte[] present = new byte[0];
    private int at;
    private boolean ended;

    /** On the event loop, before the request goes on. */
    RequestBody(HttpServerRequest request) {
        this.request = request;
        request.pause();
        request.handler((Buffer buffer) -> parts.add(new Bytes(buffer.getBytes())));
        request.endHandler(_ -> parts.add(new End()));
        request.exceptionHandler(cause -> parts.add(new Failure(cause)));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (at == present.length && !ended && length > 0) {
            next();
        }
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int read = Math.min(length, present.length - at);
        System.arraycopy(present, at, buffer, offset, read);
        at += read;
        return read;
    }

    private void next() throws IOException {
        request.fetch(1);
        try {
            switch (parts.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                case Bytes more -> {
                    present = more.bytes();
                    at = 0;
                }
                case End _ -> ended = true;
                case Failure failure -> throw new IOException("the connection was cut", failure.cause());
                case null -> throw new IOException("nothing came for " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
