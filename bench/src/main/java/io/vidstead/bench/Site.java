package io.vidstead.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running Vidstead, started with the launcher on a free port. Closing it stops it with SIGTERM. */
final class Site implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);

    private final Process process;
    private final URI address;
    private final Path data;
    private final Path log;

    private Site(Process process, URI address, Path data, Path log) {
        this.process = process;
        this.address = address;
        this.data = data;
        this.log = log;
    }

    /** Starts it and returns when its first page has come. */
    static Site start(Path repository, Path data, String... flags) throws IOException, InterruptedException {
        return start("/", repository, data, flags);
    }

    /** Starts a process that shows no pages and returns when it is ready. */
    static Site startWorker(Path repository, Path data, String... flags) throws IOException, InterruptedException {
        return start("/health/ready", repository, data, flags);
    }

    private static Site start(String awaited, Path repository, Path data, String... flags)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                repository.resolve("vidstead").toString(),
                "run",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--config",
                "/dev/null"));
        command.addAll(List.of(flags));
        Path log = data.resolveSibling(data.getFileName() + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Site site = new Site(process, URI.create("http://127.0.0.1:" + port), data, log);
        try {
            site.await(awaited);
        } catch (IOException | InterruptedException e) {
            site.close();
            throw e;
        }
        return site;
    }

    URI address() {
        return address;
    }

    Path data() {
        return data;
    }

    ProcessTree processes() {
        return new ProcessTree(process.toHandle());
    }

    private void await(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        HttpRequest page = HttpRequest.newBuilder(address.resolve(path)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                if (!process.isAlive()) {
                    throw new IOException("the server ended: " + Files.readString(log));
                }
                try {
                    HttpResponse<String> answer = client.send(page, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // nobody listens yet
                }
                Thread.sleep(POLL);
            }
        }
        throw new IOException("no answer within " + START_LIMIT + ": " + Files.readString(log));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("the server did not stop within " + STOP_LIMIT + " of SIGTERM");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
