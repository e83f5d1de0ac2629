package io.vidstead.search;

import io.vidstead.engines.embed.Embedder;
import io.vidstead.engines.embed.EmbedderUnavailableException;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vectors of a video's texts. Each text is embedded once, and again only by another model. */
@ApplicationScoped
class Vectors {

    private final Embedder embedder;
    private final VectorStore store;
    private final Transactions transactions;

    Vectors(Embedder embedder, VectorStore store, Transactions transactions) {
        this.embedder = embedder;
        this.store = store;
        this.transactions = transactions;
    }

    String model() {
        return embedder.model().id();
    }

    /** What is known already, by text; one statement. */
    Map<String, float[]> known(VideoId video, List<String> texts) {
        Map<String, byte[]> kept = transactions.read(handle -> store.find(handle, video, model()));
        Map<String, float[]> known = new HashMap<>();
        for (String text : texts) {
            byte[] bytes = kept.get(digest(text));
            if (bytes != null) {
                known.put(text, floats(bytes));
            }
        }
        return known;
    }

    /**
     * Makes those that are missing, of texts whose words the model knows.
     *
     * @return all of the texts' by text, for {@link #keep}; absent when none was missing
     * @throws EmbedderUnavailableException when it is to be tried again later
     */
    Optional<Map<String, float[]>> make(VideoId video, List<String> texts) {
        List<String> wanted =
                new LinkedHashSet<>(texts).stream().filter(embedder::knows).toList();
        Map<String, float[]> vectors = known(video, wanted);
        List<String> missing =
                wanted.stream().filter(text -> !vectors.containsKey(text)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<float[]> made = embedder.embed(missing);
        for (int i = 0; i < missing.size(); i++) {
            vectors.put(missing.get(i), made.get(i));
        }
        return Optional.of(vectors);
    }

    /** Puts these in the place of all of the video's: those of texts that it no longer has go. */
    void keep(VideoId video, Map<String, float[]> vectors) {
        List<VectorStore.Row> rows = new ArrayList<>();
        vectors.forEach((text, vector) -> rows.add(new VectorStore.Row(digest(text), bytes(vector))));
        transactions.run(tx -> store.replace(tx, video, model(), rows));
    }

    void forget(VideoId video) {
        transactions.run(tx -> store.remove(tx, video));
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
