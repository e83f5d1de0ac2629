package io.vidstead.testing;

import io.vidstead.engines.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * The built server as a process of its own, on a free port and a data folder, to be killed and started again. Those that
 * use it are a {@link ProcessTest}.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration WATCH = Duration.ofSeconds(120);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern ADDRESS = Pattern.compile(" is at (http://\\S+)");

    /** What the JVM is told, as the launcher tells it people's servers. */
    private static final String OPTIONS =
            System.getProperty("vidstead.server.options", "-Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders");

    private final Path data;
    private final Path output;
    private final Process process;

    private ServerProcess(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /** The data folder of a site where nobody was yet: a server that starts there need not make the database first. */
    public static Path freshData(String name) {
        Path data = emptyFolder(name);
        TrainedStart.of(app()).copyData(data);
        return data;
    }

    /** An empty folder under target/. */
    public static Path emptyFolder(String name) {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "process-data").toAbsolutePath()), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server and returns at once. Settings are flags, such as {@code --log.format}, {@code json}. */
    public static ServerProcess launch(Path data, List<String> settings, Map<String, String> environment) {
        Path app = app();
        return launch(app, TrainedStart.of(app).option(), data, settings, environment);
    }

    static ServerProcess launch(
            Path app, String option, Path data, List<String> settings, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(OPTIONS.split(" ")));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                option,
                "-jar",
                app.resolve("quarkus-run.jar").toString(),
                "--data",
                data.toString()));
        if (!settings.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(settings);
        try {
            Path output = Files.createTempFile(data.getParent(), "server-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(variable -> variable.startsWith("VIDSTEAD_"));
            builder.environment().putAll(environment);
            return new ServerProcess(data, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server and returns when it is ready. */
    public static ServerProcess start(Path data, String... settings) {
        ServerProcess server = launch(data, List.of(settings), Map.of());
        try {
            server.awaitReady();
        } catch (RuntimeException | Error e) {
            server.kill(); // nobody else will
            throw e;
        }
        return server;
    }

    /** Another server on the same data. */
    public ServerProcess restart(String... settings) {
        return start(data, settings);
    }

    public void awaitReady() {
        Await.await("the server to be ready", START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the server ended with code " + process.exitValue() + ":\n" + output());
            }
            return ADDRESS.matcher(output()).find() && status("/health/ready") == 200;
        });
    }

    /** Such as {@code http://127.0.0.1:41234}. */
    public String url() {
        Matcher match = ADDRESS.matcher(output());
        if (!match.find()) {
            throw new AssertionError("the server has not said where it is:\n" + output());
        }
        return match.group(1);
    }

    public Path data() {
        return data;
    }

    public Process process() {
        return process;
    }

    /** All that it has printed. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of a GET, or 0 when nobody answers. */
    public int status(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** kill -9; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /**
     * kill -9 as soon as the condition holds. It is looked at often, because what a crash should strike may be over within
     * milliseconds.
     */
    public void killWhen(String what, Callable<Boolean> condition) {
        Await.closely(what, WATCH, condition);
        kill();
    }

    /** SIGTERM; returns the exit code. */
    public int terminate() {
        return terminate(STOP);
    }

    int terminate(Duration deadline) {
        process.destroy();
        return awaitExit(deadline);
    }

    public int awaitExit() {
        return awaitExit(STOP);
    }

    private int awaitExit(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not end within " + deadline + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }

    private static Path app() {
        Path app = Path.of(System.getProperty("vidstead.app", "target/quarkus-app"))
                .toAbsolutePath();
        if (!Files.exists(app.resolve("quarkus-run.jar"))) {
            throw new TestAbortedException("there is no built server in " + app + "; package it first");
        }
        return app;
    }
}
