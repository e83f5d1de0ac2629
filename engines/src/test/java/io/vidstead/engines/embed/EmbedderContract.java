package io.vidstead.engines.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Embedder} keeps. */
abstract class EmbedderContract {

    abstract Embedder embedder();

    @Test
    void vectorsHaveTheModelsDimensionAndLengthOne() {
        List<float[]> vectors =
                embedder().embed(List.of("A cat sleeps on the sofa.", "", "猫 кошка قطة", "x".repeat(20_000)));
        assertThat(vectors).hasSize(4).allSatisfy(vector -> {
            assertThat(vector).hasSize(embedder().model().dimension());
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
        });
    }

    @Test
    void nothingMakesNothing() {
        assertThat(embedder().embed(List.of())).isEmpty();
    }

    @Test
    void vectorsComeInTheOrderOfTheirTexts() {
        List<String> texts = List.of("how to bake bread", "repairing a bicycle", "a short history of Rome");
        List<float[]> together = embedder().embed(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).isEqualTo(embedder().embed(texts.get(i)));
        }
    }

    @Test
    void manyTextsComeWhole() {
        List<String> texts = IntStream.range(0, 150).mapToObj(i -> "text " + i).toList();
        List<float[]> vectors = embedder().embed(texts);
        assertThat(vectors).hasSize(150);
        assertThat(vectors.get(149)).isEqualTo(embedder().embed("text 149"));
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
