package io.vidstead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and all its descendants, as /proc shows them. Children that ended and were waited for are counted in their
 * parent's CPU time; a child that became somebody else's is not.
 */
record ProcessTree(ProcessHandle root) {

    /** Linux reports CPU time in hundredths of a second on every platform Vidstead runs on. */
    private static final int TICKS_PER_SECOND = 100;

    private static final int FIELDS_BEFORE_UTIME = 11; // counted after the command's closing parenthesis

    /** CPU time of all of them since they began, ended children included. */
    Duration cpu() {
        long ticks = processes().stream().mapToLong(ProcessTree::ticks).sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** Memory of all of them in bytes, shared pages divided among their users (PSS). */
    long memory() {
        return processes().stream().mapToLong(ProcessTree::proportionalBytes).sum();
    }

    /** Memory of the root alone. */
    long ownMemory() {
        return proportionalBytes(root);
    }

    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private static long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIELDS_BEFORE_UTIME; i < FIELDS_BEFORE_UTIME + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks;
        } catch (IOException _) {
            return 0; // it ended just now; its parent counts it
        }
    }

    private static long proportionalBytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}
