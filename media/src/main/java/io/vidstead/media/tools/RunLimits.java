package io.vidstead.media.tools;

import java.time.Duration;

/**
 * What one run of a program may use; passing any of them kills it.
 *
 * @param wall time from start to end
 * @param cpu processor time of all its threads
 * @param outputBytes bytes by which the files in its output folder and its working folder may grow
 * @param memoryBytes resident memory of its process tree, looked at a few times a second
 * @param background whether it yields to everything else on the machine
 */
public record RunLimits(Duration wall, Duration cpu, long outputBytes, long memoryBytes, boolean background) {
    private static final long GIGABYTE = 1L << 30;

    /** For looking at headers and taking single pictures. */
    public static RunLimits quick(Duration wall) {
        return new RunLimits(wall, wall, GIGABYTE / 8, GIGABYTE, false);
    }

    /** For work on whole files: {@code wall} is for a machine with one free core. */
    public static RunLimits thorough(Duration wall, long outputBytes) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new RunLimits(wall, wall.multipliedBy(cores), outputBytes, 6 * GIGABYTE, false);
    }

    /** These limits for work that nobody waits for. */
    public RunLimits inBackground() {
        return new RunLimits(wall, cpu, outputBytes, memoryBytes, true);
    }
}
