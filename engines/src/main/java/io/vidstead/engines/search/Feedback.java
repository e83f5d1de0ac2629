package io.vidstead.engines.search;

import io.vidstead.engines.embed.UnitVectors;
import java.util.Collection;

/**
 * Relevance feedback by vectors (Rocchio 1971; for embeddings Li et al., TOIS 2023): the best of what was found says more of what
 * was meant than the question alone. The question moves towards their mean: {@code q' = q + 0.75 · mean}, made of length 1 again.
 */
public final class Feedback {

    /** How many of the best are taken for right. */
    public static final int BEST = 3;

    private static final float WEIGHT = 0.75f;

    private Feedback() {}

    /**
     * @param question of length 1
     * @param best of the question's length each; none of them: the question stays as it is
     */
    public static float[] moved(float[] question, Collection<float[]> best) {
        float[] moved = question.clone();
        for (float[] each : best) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] += WEIGHT / best.size() * each[i];
            }
        }
        return UnitVectors.normalized(moved);
    }
}
