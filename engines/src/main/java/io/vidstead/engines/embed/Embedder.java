package io.vidstead.engines.embed;

import java.util.List;

/**
 * Makes vectors of texts: the nearer two meanings, the larger the dot product of their vectors.
 *
 * <p><b>Result:</b> as many vectors as texts, in their order, each of the model's dimension and of length 1 (an empty text has
 * one too). Texts longer than {@link #MAX_CHARACTERS} are cut there; a model may look at less.
 *
 * <p><b>Determinism:</b> a text has the same vector in every call, alone or among others.
 *
 * <p><b>Cost:</b> milliseconds a text locally, a request a batch elsewhere. The first call may take a second longer, when the
 * model is loaded. <b>Threads:</b> any; calls block.
 *
 * <p><b>Failure:</b> {@link EmbedderUnavailableException}: nothing was embedded; the same may be asked again later.
 */
public interface Embedder {

    /** Of one text; a caption window or a description is far below it. */
    int MAX_CHARACTERS = 8_192;

    /**
     * Which model; to be kept with every vector.
     *
     * @param id changes whenever the same text might get another vector
     * @param dimension numbers in each vector
     */
    record Model(String id, int dimension) {

        public Model {
            if (id.isBlank() || dimension < 1) {
                throw new IllegalArgumentException("no model: " + id + ", " + dimension);
            }
        }
    }

    /** Answers at once, without loading or asking anything. */
    Model model();

    /**
     * Whether the model has learned most words of the text. The vector of others is about their letters: rare names are
     * then like all other rare names.
     *
     * @throws EmbedderUnavailableException when it is to be tried again later
     */
    default boolean knows(String text) {
        return true;
    }

    /** @throws EmbedderUnavailableException when it is to be tried again later */
    List<float[]> embed(List<String> texts);

    /** One text. */
    default float[] embed(String text) {
        return embed(List.of(text)).getFirst();
    }
}
