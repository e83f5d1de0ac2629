package io.vidstead.media.encode;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a ladder trades size, quality and cost.
 *
 * @param name for settings and logs
 * @param preset x264's preset
 * @param crf constant rate factor of all rungs
 * @param steps rungs from the highest to the lowest
 * @param tolerance by how much a video's own ladder may fall below the fixed one in SSIM; 0 where nothing may be saved
 */
public record LadderProfile(String name, String preset, int crf, List<Step> steps, double tolerance) {

    /** A rung by its short side and the cap of its bit rate at 30 frames a second. */
    public record Step(int shortSide, int maxBitrateBps) {}

    /** What operators choose from. */
    public enum Choice {
        /** Capped constant quality: easy content spends far less than the caps. */
        BALANCED,
        /** More bits for every rung. */
        HIGH,
        /** Next to no visible loss, at several times the bytes and the processor time. */
        ARCHIVE
    }

    private static final int[] SIDES = {2160, 1440, 1080, 720, 480, 360, 240, 144};

    /** From the quickest to the slowest. */
    private static final List<String> PRESETS =
            List.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow");

    private static final String ARCHIVE_PRESET = "medium";

    public LadderProfile {
        steps = List.copyOf(steps);
    }

    /** @param preset x264's preset, which the archive profile takes no quicker than {@code medium} */
    public static LadderProfile of(Choice choice, String preset) {
        return switch (choice) {
            case BALANCED -> balanced(preset);
            case HIGH ->
                new LadderProfile(
                        "high", preset, 20, steps(28_000, 14_000, 8_000, 5_000, 2_500, 1_000, 500, 250), 0.0018);
            case ARCHIVE ->
                new LadderProfile(
                        "archive",
                        noQuicker(preset),
                        16,
                        steps(80_000, 48_000, 30_000, 16_000, 8_000, 5_000, 2_500, 1_200),
                        0);
        };
    }

    public static LadderProfile balanced(String preset) {
        return new LadderProfile(
                "balanced", preset, 23, steps(18_000, 9_000, 5_000, 2_800, 1_400, 800, 400, 200), 0.0042);
    }

    private static String noQuicker(String preset) {
        return PRESETS.indexOf(preset) < PRESETS.indexOf(ARCHIVE_PRESET) ? ARCHIVE_PRESET : preset;
    }

    private static List<Step> steps(int... kilobits) {
        return IntStream.range(0, SIDES.length)
                .mapToObj(i -> new Step(SIDES[i], kilobits[i] * 1000))
                .toList();
    }
}
