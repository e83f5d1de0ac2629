package io.vidstead.bench;

import io.vidstead.outside.Programs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk (Debian package wrk), two threads on the machine it loads. */
record Wrk(Path program) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern TAIL = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    static Optional<Wrk> find() {
        return Programs.find("wrk").map(Wrk::new);
    }

    /**
     * What one run showed.
     *
     * @param p99 the time within which 99 of 100 requests were answered
     */
    record Result(long requests, double requestsPerSecond, Duration p99) {}

    /**
     * Loads one address. Answers that are no success make the run an exception, and so do such as take longer than 10 s; slow
     * ones are in the tail.
     *
     * @param options more of wrk's own
     */
    Result load(URI address, int connections, Duration time, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-t2",
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "10s",
                "--latency"));
        command.addAll(options);
        command.add(address.toString());
        String text = Programs.run(time.plusSeconds(30), command);
        Matcher bad = BAD.matcher(text);
        if (bad.find()) {
            throw new IOException(address + ": " + bad.group());
        }
        return new Result(Long.parseLong(group(COUNT, text)), Double.parseDouble(group(RATE, text)), tail(text));
    }

    private static Duration tail(String text) {
        Matcher matcher = TAIL.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no latency in: " + text);
        }
        double value = Double.parseDouble(matcher.group(1));
        double nanos = switch (matcher.group(2)) {
            case "us" -> value * 1e3;
            case "ms" -> value * 1e6;
            default -> value * 1e9;
        };
        return Duration.ofNanos((long) nanos);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }
}
