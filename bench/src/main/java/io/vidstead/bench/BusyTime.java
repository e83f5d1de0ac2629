package io.vidstead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Scanner;

/**
 * CPU time of the whole machine since it was started, from the first line of /proc/stat (proc(5)). Differences of it measure
 * work whose processes cannot be followed one by one: bubblewrap ends without waiting for the first process of its namespace,
 * so what ran inside is counted by no parent. Only right on a machine that does nothing else.
 */
final class BusyTime {

    private static final int TICKS_PER_SECOND = 100; // Linux reports hundredths on every platform Vidstead runs on
    private static final int SYSTEM = 2;
    private static final int INTERRUPTS = 5;
    private static final int SOFT_INTERRUPTS = 6;

    private BusyTime() {}

    static Duration now() throws IOException {
        long ticks = 0;
        try (Scanner line = new Scanner(Files.readString(Path.of("/proc/stat"))).useLocale(Locale.ROOT)) {
            line.next(); // "cpu": the sum of all cores
            for (int column = 0; column <= SOFT_INTERRUPTS; column++) {
                long value = line.nextLong();
                if (column <= SYSTEM || column == INTERRUPTS || column == SOFT_INTERRUPTS) {
                    ticks += value;
                }
            }
        }
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** Seconds of CPU that the machine spent since {@code earlier}. */
    static double since(Duration earlier) throws IOException {
        return now().minus(earlier).toMillis() / 1e3;
    }
}
