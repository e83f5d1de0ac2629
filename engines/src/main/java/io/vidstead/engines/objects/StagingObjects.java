package io.vidstead.engines.objects;

import java.time.Instant;
import java.util.List;

/** The ability of an {@link ObjectStore} to let objects grow: what takes uploads in needs it, what only works on them does not. */
public interface StagingObjects {

    /**
     * The staged object of this id, whether or not anything was appended to it yet.
     *
     * @param id one segment of an {@link ObjectKey}
     */
    StagedObject stage(String id);

    /** The stages that nobody has appended to since the given time, for cleaning up. */
    List<StagedObject> stagesIdleSince(Instant time);
}
