package io.vidstead.search;

import io.vidstead.captions.TimedWords;
import java.util.ArrayList;
import java.util.List;

/** Puts cues together to half minutes: a line alone means too little. */
final class Windows {

    private static final double SECONDS = 30;
    private static final int MOST = 1_000;

    private Windows() {}

    /** One after the other; each begins with a cue. */
    static List<TimedWords> of(List<TimedWords> cues) {
        List<TimedWords> windows = new ArrayList<>();
        List<TimedWords> open = new ArrayList<>();
        for (TimedWords cue : cues) {
            if (!open.isEmpty() && cue.start() - open.getFirst().start() >= SECONDS) {
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

    private static TimedWords joined(List<TimedWords> cues) {
        return new TimedWords(
                cues.getFirst().start(),
                cues.getLast().end(),
                String.join(" ", cues.stream().map(TimedWords::text).toList()));
    }
}
