package io.vidstead.engines.objects;

import io.vidstead.engines.guard.Guard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A guarded store of files, with their abilities. */
final class GuardedLocalStore extends GuardedObjectStore implements LocalObjects, StagingObjects, Quarantine {

    private final LocalObjects local;
    private final StagingObjects staging;
    private final Quarantine quarantine;
    private final Guard guard;

    /** @param store which has all three abilities */
    GuardedLocalStore(ObjectStore store, Guard guard) {
        super(store, guard);
        this.local = (LocalObjects) store;
        this.staging = (StagingObjects) store;
        this.quarantine = (Quarantine) store;
        this.guard = guard;
    }

    @Override
    public Optional<Path> localPath(ObjectKey key) {
        return guard.call(() -> local.localPath(key));
    }

    @Override
    public Optional<Path> stagedPath(String stage) {
        return guard.call(() -> local.stagedPath(stage));
    }

    @Override
    public StagedObject stage(String id) {
        return new GuardedStage(staging.stage(id), guard);
    }

    @Override
    public List<StagedObject> stagesIdleSince(Instant time) {
        return guard.call(() -> staging.stagesIdleSince(time).stream()
                .<StagedObject>map(stage -> new GuardedStage(stage, guard))
                .toList());
    }

    @Override
    public Sum withdrawn() {
        return guard.call(quarantine::withdrawn);
    }
}
