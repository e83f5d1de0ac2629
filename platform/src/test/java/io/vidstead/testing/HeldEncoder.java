package io.vidstead.testing;

import io.vidstead.engines.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The program that encodes one video, held by a test: it stands still (SIGSTOP) but for the stretches in which it is told to
 * work. What is half done is so on every machine, however fast, and a short film is long enough.
 */
public final class HeldEncoder implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ProcessHandle process;

    private HeldEncoder(ProcessHandle process) {
        this.process = process;
    }

    /** Holds the encoder of the video as soon as there is one; the calling test knows that one is to come. */
    public static HeldEncoder of(String video) {
        AtomicReference<Optional<ProcessHandle>> found = new AtomicReference<>(Optional.empty());
        Await.closely("an encoder of " + video, LIMIT, () -> {
            found.set(find(video));
            return found.get().isPresent();
        });
        HeldEncoder encoder = new HeldEncoder(found.get().orElseThrow());
        encoder.signal("STOP");
        return encoder;
    }

    /** Lets it work until the condition holds. */
    public void workUntil(String what, Callable<Boolean> condition) {
        signal("CONT");
        try {
            Await.closely(what, LIMIT, condition);
        } finally {
            signal("STOP");
        }
    }

    /** Lets it work to its end. */
    @Override
    public void close() {
        signal("CONT");
    }

    private static Optional<ProcessHandle> find(String video) {
        return ProcessHandle.allProcesses()
                .filter(process -> encodes(process.info(), video))
                .findAny();
    }

    /** What confines the program names it too, but is another one. */
    private static boolean encodes(ProcessHandle.Info info, String video) {
        String line = info.commandLine().orElse("");
        return info.command().orElse("").endsWith("/ffmpeg")
                && line.contains("/originals/" + video + "/")
                && line.contains("libx264");
    }

    private void signal(String name) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
