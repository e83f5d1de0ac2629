package io.vidstead.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One address of one server under repeated load: its rates, slowest answers and CPU cost. */
final class Load {

    private final Wrk wrk;
    private final ProcessTree processes;
    private final URI address;
    private final int connections;
    private final List<String> options;
    private final Samples rate = new Samples();
    private final Samples tail = new Samples();
    private final Samples cost = new Samples();

    private Load(Wrk wrk, ProcessTree processes, URI address, int connections, List<String> options) {
        this.wrk = wrk;
        this.processes = processes;
        this.address = address;
        this.connections = connections;
        this.options = options;
    }

    /** Plain GETs of one address. */
    static Load of(Wrk wrk, ProcessTree processes, URI address, int connections) {
        return new Load(wrk, processes, address, connections, List.of());
    }

    /** Requests as a script for wrk makes them. */
    static Load scripted(Wrk wrk, ProcessTree processes, URI address, int connections, Path script) {
        return new Load(wrk, processes, address, connections, List.of("-s", script.toString()));
    }

    void warmUp(Duration time) throws IOException, InterruptedException {
        wrk.load(address, connections, time, options);
    }

    void round(Duration time) throws IOException, InterruptedException {
        Duration before = processes.cpu();
        Wrk.Result result = wrk.load(address, connections, time, options);
        Duration spent = processes.cpu().minus(before);
        rate.add(result.requestsPerSecond());
        tail.add(result.p99().toNanos() / 1e6);
        cost.add((double) spent.toMillis() / result.requests());
    }

    /** Requests a second. */
    Samples rate() {
        return rate;
    }

    /** Milliseconds within which 99 of 100 requests were answered. */
    Samples tail() {
        return tail;
    }

    /** Milliseconds of CPU that the server's processes spent a request. */
    Samples cost() {
        return cost;
    }

    void report(Report report, String name, String target) {
        report.row(
                name,
                Report.number(rate.median(), 0),
                rate.spread(0),
                Report.number(tail.median(), 1),
                Report.number(cost.median(), 3),
                target);
    }
}
