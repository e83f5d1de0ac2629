package io.vidstead.realtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of a channel's last two minutes, bounded in number and size. Not safe for threads: its channel guards it. */
final class Ring {

    static final Duration KEPT_FOR = Duration.ofMinutes(2);
    static final int MOST = 256;
    private static final int MOST_CHARS = 256 * 1024;

    private final ArrayDeque<Kept> kept = new ArrayDeque<>(4);
    private int chars;
    /** Who has this number or a later one has missed nothing that is gone. */
    private long floor;

    Ring(long floor) {
        this.floor = floor;
    }

    void add(Kept message) {
        kept.addLast(message);
        chars += message.text().length();
        prune(message.at());
    }

    void prune(long now) {
        while (!kept.isEmpty()
                && (kept.size() > MOST
                        || chars > MOST_CHARS
                        || now - kept.getFirst().at() > KEPT_FOR.toNanos())) {
            Kept gone = kept.removeFirst();
            chars -= gone.text().length();
            floor = gone.seq();
        }
    }

    /** Forgets everything up to that number. */
    void clear(long upTo) {
        kept.clear();
        chars = 0;
        floor = upTo;
    }

    /** Everything after that number; absent when some of it is gone. */
    Optional<List<Kept>> since(long seq, long now) {
        prune(now);
        if (seq < floor) {
            return Optional.empty();
        }
        List<Kept> missed = new ArrayList<>();
        for (Kept message : kept) {
            if (message.seq() > seq) {
                missed.add(message);
            }
        }
        return Optional.of(missed);
    }
}
