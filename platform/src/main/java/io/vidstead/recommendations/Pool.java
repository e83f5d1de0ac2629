package io.vidstead.recommendations;

import java.util.List;

/** Candidates, and how alike they are. */
record Pool(List<Candidate> candidates, Likeness likeness) {

    Pool {
        candidates = List.copyOf(candidates);
    }
}
