package io.vidstead.engines.objects;

import io.vidstead.engines.guard.Guard;
import java.io.IOException;
import java.io.InputStream;

/** A stage of a guarded store. An append lasts as long as its source gives and needs no place. */
record GuardedStage(StagedObject stage, Guard guard) implements StagedObject {

    @Override
    public String id() {
        return stage.id();
    }

    @Override
    public long size() {
        return guard.call(stage::size);
    }

    @Override
    public long append(long offset, InputStream source, long limit) throws IOException {
        return guard.<Long, IOException>stream(() -> stage.append(offset, source, limit));
    }

    @Override
    public long append(long offset, InputStream source, long limit, ExpectedDigest expected) throws IOException {
        return guard.<Long, IOException>stream(() -> stage.append(offset, source, limit, expected));
    }

    @Override
    public String sha256() {
        return guard.call(stage::sha256);
    }

    @Override
    public StoredObject commit(ObjectKey key) {
        return guard.call(() -> stage.commit(key));
    }

    @Override
    public void discard() {
        guard.call(() -> {
            stage.discard();
            return stage;
        });
    }
}
