package io.vidstead.engines.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MiniLmEmbedderTest extends EmbedderContract {

    private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder();

    @AfterAll
    static void close() throws Exception {
        EMBEDDER.close();
    }

    @Override
    Embedder embedder() {
        return EMBEDDER;
    }

    @Test
    void whatMeansTheSameLiesClose() {
        float[] cat = EMBEDDER.embed("A kitten naps on the couch");
        assertThat(dot(cat, EMBEDDER.embed("A cat is sleeping on the sofa")))
                .isGreaterThan(0.6)
                .isGreaterThan(dot(cat, EMBEDDER.embed("The central bank raises interest rates")) + 0.4);
    }

    /** As the tokenizer of the model's authors cuts them (bert-base-uncased). */
    @Test
    void wordsAreCutAsTheModelWasTaught() throws Exception {
        try (InputStream json = MiniLmEmbedder.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            WordPieces pieces = WordPieces.read(Objects.requireNonNull(json));
            assertThat(pieces.ids("Hello, world!", 256)).containsExactly(101, 7592, 1010, 2088, 999, 102);
            assertThat(pieces.ids("HÉLLO embeddings", 256)).containsExactly(101, 7592, 7861, 8270, 4667, 2015, 102);
            assertThat(pieces.ids("\u0000\uFFFD", 256)).containsExactly(101, 102);
            assertThat(pieces.ids("a ".repeat(1_000), 256)).hasSize(256).endsWith(102);
            assertThat(pieces.ids("x".repeat(101), 256)).containsExactly(101, 100, 102);
        }
    }

    @Test
    void wordsThatWereNeverLearnedAreTold() {
        assertThat(EMBEDDER.knows("how cats\nsleep")).isTrue();
        assertThat(EMBEDDER.knows("Ali Kowalski's kitchen")).isTrue();
        assertThat(EMBEDDER.knows("qxzvbkkwrtp")).isFalse();
        assertThat(EMBEDDER.knows("the qxzvbkkwrtp")).isFalse();
        assertThat(EMBEDDER.knows("Donaudampfschifffahrtsgesellschaft")).isFalse();
        assertThat(EMBEDDER.knows("")).isFalse();
    }

    @Test
    void aClosedOneSaysSo() throws Exception {
        MiniLmEmbedder closed = new MiniLmEmbedder();
        closed.close();
        assertThatThrownBy(() -> closed.embed("too late")).isInstanceOf(EmbedderUnavailableException.class);
    }
}
