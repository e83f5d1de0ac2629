package io.vidstead.processing;

/** Notes how long the stages of a step take, for one line of the log. */
final class StageClock {

    private final long begun = System.nanoTime();
    private final StringBuilder laps = new StringBuilder();
    private long last = begun;

    void lap(String stage) {
        long now = System.nanoTime();
        laps.append(stage).append(' ').append((now - last) / 1_000_000).append(" ms, ");
        last = now;
    }

    @Override
    public String toString() {
        return laps + "in all " + (System.nanoTime() - begun) / 1_000_000 + " ms";
    }
}
