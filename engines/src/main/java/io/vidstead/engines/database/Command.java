package io.vidstead.engines.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the operating system or of PostgreSQL, run to its end. */
final class Command {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Command() {}

    /** @param output what the program printed, errors included */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs the program; one that does not exist counts as failed. */
    static Outcome run(Path folder, List<String> command, String input) throws IOException {
        Process process;
        try {
            process = prepare(folder, command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        }
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended without reading its input; its exit code tells the rest.
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(exitCode(process), output.strip());
    }

    /** A builder whose environment holds nothing that PostgreSQL would read as a setting. */
    static ProcessBuilder prepare(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path + ":/usr/sbin:/sbin");
        environment.put("LC_ALL", "C");
        return builder;
    }

    /** Sends a signal by name; a process that is gone is fine. */
    static void signal(long pid, String signal) throws IOException {
        run(Path.of("/"), List.of("sh", "-c", "kill -" + signal + " " + pid), "");
    }

    private static int exitCode(Process process) throws IOException {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
