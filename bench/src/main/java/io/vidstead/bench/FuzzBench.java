package io.vidstead.bench;

import io.vidstead.fuzz.Fuzzing;
import io.vidstead.fuzz.Fuzzing.Fate;
import io.vidstead.fuzz.Fuzzing.Result;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.outside.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thousands of damaged files, one after the other. How many is the system property {@code vidstead.fuzz.count}; their
 * numbers begin at {@code vidstead.fuzz.first}.
 */
final class FuzzBench {

    private static final int COUNT = Integer.getInteger("vidstead.fuzz.count", 3000);
    private static final long FIRST = Long.getLong("vidstead.fuzz.first", 1_000_000);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Path repository;
    private final ProcessTree tree = new ProcessTree(ProcessHandle.current());
    private final Map<Fate, Integer> fates = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private volatile long mostMemory;
    private Duration mostCpu = Duration.ZERO;
    private Duration mostTime = Duration.ZERO;
    private Duration cpu = Duration.ZERO;

    FuzzBench(Path repository) {
        this.repository = repository;
    }

    Report run() throws IOException, InterruptedException {
        Report report = new Report(
                "fuzz",
                "%,d files of 14 kinds, damaged at random from number %d on, taken the way of an upload."
                        .formatted(COUNT, FIRST),
                "what became of them",
                "files",
                "target");
        Path folder = Folders.temporary("fuzz");
        FfmpegTools tools = FfmpegTools.packaged(repository.resolve("run/tools"));
        Thread watch = Thread.ofPlatform().daemon().start(this::watchMemory);
        try (Sandbox sandbox = new Sandbox(tools, folder.resolve("scratch"))) {
            Fuzzing fuzzing = new Fuzzing(sandbox, tools.ffmpeg(), folder);
            cpu = tree.cpu();
            fates.putAll(fuzzing.run(FIRST, COUNT, this::note));
        } finally {
            watch.interrupt();
            Folders.remove(folder);
        }
        report.row("played", count(Fate.PLAYS), "");
        report.row("refused with a reason", count(Fate.REFUSED), "");
        report.row("accepted, then given up as damaged", count(Fate.GIVEN_UP), "");
        report.row("ended by a limit", count(Fate.LIMITED), "");
        report.row("crashes of ours", count(Fate.BROKEN), "0");
        report.row("most time of one, s", Report.number(mostTime.toMillis() / 1e3, 2), "");
        report.row("most CPU of one, s", Report.number(mostCpu.toMillis() / 1e3, 2), "");
        report.row("most memory of the programs, MB", Report.number(mostMemory / 1e6, 0), "");
        findings.forEach(report::remark);
        return report;
    }

    private String count(Fate fate) {
        return Integer.toString(fates.getOrDefault(fate, 0));
    }

    private void note(Result result) {
        Duration now = tree.cpu();
        mostCpu = longer(mostCpu, now.minus(cpu));
        cpu = now;
        mostTime = longer(mostTime, result.time());
        if (!result.finding().isEmpty()) {
            findings.add(result.finding());
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private void watchMemory() {
        try {
            while (true) {
                long programs = tree.processes().stream()
                        .skip(1)
                        .mapToLong(process -> new ProcessTree(process).ownMemory())
                        .sum();
                mostMemory = Math.max(mostMemory, programs);
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            // The bench has ended.
        }
    }
}
