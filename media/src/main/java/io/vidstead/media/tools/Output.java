package io.vidstead.media.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes all that a program prints, so that it never blocks, and keeps a bounded part of it. */
final class Output {
    private static final int CHUNK = 8192;

    private final StringBuilder kept = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Output() {}

    /** Keeps the first {@code limit} bytes. */
    static Output first(InputStream in, int limit) {
        return start("first", in, (output, chunk) -> {
            int room = Math.max(0, limit - output.kept.length());
            output.kept.append(chunk, 0, Math.min(room, chunk.length()));
        });
    }

    /** Keeps the last {@code limit} bytes. */
    static Output last(InputStream in, int limit) {
        return start("last", in, (output, chunk) -> {
            output.kept.append(chunk);
            output.kept.delete(0, Math.max(0, output.kept.length() - limit));
        });
    }

    /** Tells each line of at most {@code limit} bytes, and keeps nothing. */
    static Output lines(InputStream in, int limit, java.util.function.Consumer<String> listener) {
        return start("lines", in, (output, chunk) -> {
            output.kept.append(chunk);
            for (int end = output.kept.indexOf("\n"); end >= 0; end = output.kept.indexOf("\n")) {
                listener.accept(output.kept.substring(0, end));
                output.kept.delete(0, end + 1);
            }
            output.kept.delete(0, Math.max(0, output.kept.length() - limit));
        });
    }

    private interface Sink {
        void take(Output output, String chunk);
    }

    private static Output start(String name, InputStream in, Sink sink) {
        var output = new Output();
        Thread.ofVirtual().name("tool-output-" + name).start(() -> output.drain(in, sink));
        return output;
    }

    private void drain(InputStream in, Sink sink) {
        var buffer = new byte[CHUNK];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                var chunk = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                synchronized (kept) {
                    sink.take(this, chunk);
                }
            }
        } catch (IOException _) {
            // The process was killed.
        } finally {
            ended.countDown();
        }
    }

    /** What was kept, once the program has closed its end; not waiting longer than a second for that. */
    String text() throws InterruptedException {
        boolean _ = ended.await(1, TimeUnit.SECONDS);
        synchronized (kept) {
            return new String(kept.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
