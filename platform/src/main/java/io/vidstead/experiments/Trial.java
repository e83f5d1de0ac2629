package io.vidstead.experiments;

import io.vidstead.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Something of a feature that can be done in several ways, and by what one sees which is better. A bean of the feature. */
public interface Trial {

    /** Unique and stable: the database keeps it. */
    String name();

    /** The usual one first; stable too. */
    List<String> variants();

    /**
     * How well it did for each of these people since they saw their variant; who is left out counts as 0.
     *
     * @param exposed when they saw it first
     */
    Map<UserId, Double> measure(Handle handle, Map<UserId, Instant> exposed);
}
