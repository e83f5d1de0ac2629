package io.vidstead.engines.embed;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.time.Duration;
import java.util.List;

/**
 * An embedder behind a guard: a model takes processors, or a service's patience, so few calls run at once; while it fails it is
 * left alone. The engines have time limits of their own.
 */
public final class GuardedEmbedder implements Embedder, AutoCloseable {

    private static final Guard.Options OPTIONS = new Guard.Options(4, Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final Embedder embedder;
    private final Guard guard;

    public GuardedEmbedder(Embedder embedder, Guards guards) {
        this.embedder = embedder;
        this.guard = guards.create(
                "embedder",
                OPTIONS,
                new Guard.Manner(
                        EmbedderUnavailableException.class::isInstance,
                        refused -> new EmbedderUnavailableException(String.valueOf(refused.getMessage()), refused)));
    }

    @Override
    public Model model() {
        return embedder.model();
    }

    @Override
    public boolean knows(String text) {
        return guard.call(() -> embedder.knows(text));
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.isEmpty() ? List.of() : guard.call(() -> embedder.embed(texts));
    }

    @Override
    public void close() throws Exception {
        if (embedder instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
