package io.vidstead.realtime;

/**
 * A message that was sent, for those who come back.
 *
 * @param at nanoTime
 * @param text as it was sent
 */
record Kept(long seq, long at, String text) {}
