package io.vidstead.engines.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * all-MiniLM-L6-v2 (Apache-2.0) with weights of 8 bits, in this process on ONNX Runtime. It knows English best. Nothing is
 * loaded before the first text comes; then it takes about 60 MB.
 *
 * <p>A text runs alone, for the model scales its numbers by the largest in a run: among others it would get a slightly
 * different vector. A run uses one thread, so that callers share the processors.
 */
public final class MiniLmEmbedder implements Embedder, AutoCloseable {

    private static final Model MODEL = new Model("all-minilm-l6-v2-q8", 384);
    private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    /** What the model was trained with; more word pieces of a text are not looked at. */
    private static final int MAX_PIECES = 256;
    /** A word of more is put together of letters and syllables. */
    private static final int PIECES_OF_A_KNOWN_WORD = 3;
    /** Every text begins and ends with one that is no part of it. */
    private static final int FRAME = 2;

    private record Loaded(OrtEnvironment environment, OrtSession session, WordPieces pieces) {}

    private @Nullable Loaded loaded;
    private boolean closed;

    @Override
    public Model model() {
        return MODEL;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Loaded model = load();
        List<float[]> vectors = new ArrayList<>(texts.size());
        try {
            for (String text : texts) {
                vectors.add(run(model, text));
            }
        } catch (OrtException e) {
            throw new EmbedderUnavailableException("the model of the embeddings failed", e);
        }
        return List.copyOf(vectors);
    }

    @Override
    public boolean knows(String text) {
        WordPieces pieces = load().pieces();
        List<String> words = text.strip()
                .lines()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .toList();
        long known = words.stream()
                .mapToInt(word -> pieces.ids(word, MAX_PIECES).length - FRAME)
                .filter(count -> count <= PIECES_OF_A_KNOWN_WORD)
                .count();
        return 2 * known > words.size();
    }

    private static float[] run(Loaded model, String text) throws OrtException {
        String cut = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        long[] ids = model.pieces().ids(cut, MAX_PIECES);
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = model.session()
                        .run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return UnitVectors.normalized(mean(states[0]));
        }
    }

    private static float[] mean(float[][] states) {
        float[] sum = new float[MODEL.dimension()];
        for (float[] state : states) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += state[i];
            }
        }
        return sum;
    }

    private synchronized Loaded load() {
        if (closed) {
            throw new EmbedderUnavailableException("the embedder was closed");
        }
        Loaded present = loaded;
        if (present == null) {
            present = open();
            loaded = present;
        }
        return present;
    }

    private static Loaded open() {
        try (InputStream weights = resource(WEIGHTS);
                InputStream tokenizer = resource(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena never gives back what the longest text once needed.
            options.setCPUArenaAllocator(false);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new Loaded(
                    environment,
                    environment.createSession(weights.readAllBytes(), options),
                    WordPieces.read(tokenizer));
        } catch (OrtException | IOException | LinkageError e) {
            throw new EmbedderUnavailableException("the model of the embeddings cannot be loaded", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = MiniLmEmbedder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException(name + " is not on the class path");
        }
        return stream;
    }

    /** Calls under way must have ended. */
    @Override
    public synchronized void close() throws OrtException {
        closed = true;
        if (loaded != null) {
            loaded.session().close();
            loaded = null;
        }
    }
}
