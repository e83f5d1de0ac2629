package io.vidstead.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts cues together to half minutes: a line alone means too little. */
final class Windows {

    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private Windows() {}

    /** One after the other; each begins with a cue. */
    static List<Cue> of(List<Cue> cues) {
        List<Cue> windows = new ArrayList<>();
        List<Cue> open = new ArrayList<>();
        for (Cue cue : cues) {
            if (!open.isEmpty()
                    && cue.start().minus(open.getFirst().start()).compareTo(LENGTH) >= 0) {
                windows.add(joined(open));
                open.clear();
            }
            open.add(cue);
        }
        if (!open.isEmpty()) {
            windows.add(joined(open));
        }
        return windows.size() > MOST ? windows.subList(0, MOST) : windows;
    }

    private static Cue joined(List<Cue> cues) {
        return new Cue(
                cues.getFirst().start(),
                cues.getLast().end(),
                String.join(" ", cues.stream().map(Cue::text).toList()));
    }
}
