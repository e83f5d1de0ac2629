package io.vidstead.recommendations;

import io.vidstead.recommendations.Reason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives what nobody knows yet a chance to be found: a bounded share of a list's places, spread over it and never the first
 * ones. Which videos it is changes with the viewer and the day, so that each gets its chance with somebody.
 */
final class Exploration {

    static final double SHARE = 0.1;

    private static final int LITTLE_SEEN = 20;

    private Exploration() {}

    static boolean unknown(Candidate candidate) {
        return candidate.video().views() < LITTLE_SEEN;
    }

    /**
     * @param unknown what may be explored
     * @param salt of the viewer and the day
     */
    static List<Pick> mix(List<Pick> list, List<Candidate> unknown, double share, long salt) {
        int every = share <= 0 ? Integer.MAX_VALUE : (int) Math.round(1 / share);
        Set<?> there = list.stream().map(pick -> pick.video().id()).collect(Collectors.toSet());
        List<Candidate> offers = unknown.stream()
                .filter(candidate -> !there.contains(candidate.video().id()))
                .sorted((a, b) -> Long.compare(place(a, salt), place(b, salt)))
                .toList();
        List<Pick> mixed = new ArrayList<>(list.size());
        int offered = 0;
        for (Pick pick : list) {
            mixed.add(pick);
            if (mixed.size() % every == every - 1 && offered < offers.size()) {
                Candidate offer = offers.get(offered++);
                mixed.add(new Pick(offer.video(), Kind.EXPLORE, Optional.empty(), pick.score()));
            }
        }
        return mixed;
    }

    /** A well-mixed number (SplitMix64). */
    private static long place(Candidate candidate, long salt) {
        long z = candidate.video().id().value().hashCode() * 0x9E3779B97F4A7C15L + salt;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
