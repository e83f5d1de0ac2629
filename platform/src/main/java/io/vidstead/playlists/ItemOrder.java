package io.vidstead.playlists;

import java.util.OptionalLong;

/**
 * The order in which a list's items are read: its own, or a shuffled one, which is the same each time for the same seed.
 */
sealed interface ItemOrder {

    /** The sort key of {@code playlist_items i}, a bigint. */
    String key();

    /** The sort key of the item {@code c}, where the list goes on; null when it is gone. */
    String keyOfLast();

    /** Names the order in cursors. */
    String code();

    static ItemOrder of(OptionalLong seed) {
        return seed.isPresent() ? new Shuffled(seed.getAsLong()) : new Own();
    }

    record Own() implements ItemOrder {
        @Override
        public String key() {
            return "i.rank";
        }

        @Override
        public String keyOfLast() {
            return "c.rank";
        }

        @Override
        public String code() {
            return "own";
        }
    }

    /** Ties are none to speak of: 64 bits for 5,000 items. */
    record Shuffled(long seed) implements ItemOrder {
        @Override
        public String key() {
            return "hashtextextended(i.video_id, " + seed + ")";
        }

        @Override
        public String keyOfLast() {
            return "hashtextextended(c.video_id, " + seed + ")";
        }

        @Override
        public String code() {
            return "shuffled " + seed;
        }
    }
}
