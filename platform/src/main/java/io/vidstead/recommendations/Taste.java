package io.vidstead.recommendations;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that recommendations know of somebody.
 *
 * @param signals the latest first
 * @param refusedVideos,refusedChannels what they do not want to be offered
 * @param followed channels, the latest first
 */
record Taste(
        Choices choices,
        List<Signal> signals,
        Set<VideoId> refusedVideos,
        Set<UserId> refusedChannels,
        List<UserId> followed) {

    static final Taste NONE = new Taste(Choices.NONE, List.of(), Set.of(), Set.of(), List.of());

    /** What speaks for itself, the latest first. */
    List<Signal> seeds() {
        return signals.stream().filter(signal -> signal.strength() > 0.1).toList();
    }

    /** What is not offered again: seen, disliked or refused. What was left in the middle is offered elsewhere. */
    Set<VideoId> done() {
        Set<VideoId> done = signals.stream()
                .filter(signal -> signal.completed() || signal.watched() >= Signal.BEGUN || signal.reaction() != 0)
                .map(Signal::videoId)
                .collect(Collectors.toSet());
        done.addAll(refusedVideos);
        return done;
    }
}
