package io.vidstead.app;

import io.vidstead.engines.objects.StagedObject;
import io.vidstead.engines.objects.StagingObjects;
import java.time.Instant;
import java.util.List;

/** On a worker that has its objects elsewhere: there is nothing staged, and nobody may begin. */
final class NoStages implements StagingObjects {

    @Override
    public StagedObject stage(String id) {
        throw new UnsupportedOperationException("a server with objects.url takes no uploads in");
    }

    @Override
    public List<StagedObject> stagesIdleSince(Instant time) {
        return List.of();
    }
}
