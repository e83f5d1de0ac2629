package io.vidstead.kernel;

import io.vidstead.engines.events.BatchHandler;
import io.vidstead.engines.events.ConsumeOptions;
import java.util.Set;

/**
 * A feature's reader of the event log. Every bean of this type is run in servers that have the role {@link
 * ServerRole#CONSUMERS}, from start to shutdown.
 */
public interface EventConsumer extends BatchHandler {

    /** The group's name; never changes, because its place in the log is kept under it. */
    String group();

    Set<String> topics();

    default ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS;
    }
}
