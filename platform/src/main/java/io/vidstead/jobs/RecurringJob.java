package io.vidstead.jobs;

import java.time.Duration;

/** Work that is done again and again, on one server of the site at a time. A bean. */
public interface RecurringJob {

    /** Unique and stable: the database keeps it. */
    String name();

    /** The wait from the end of one run to the begin of the next; the first run is soon after the start. */
    Duration interval();

    /** Does the work, on a virtual thread. A failure is logged, and the work is done again after the interval. */
    void run() throws Exception;
}
