package io.vidstead.jobs;

import java.time.Duration;

/**
 * A kind of work, done once for each key that it is scheduled with. A bean; its methods may be called from many threads,
 * but never for one key at the same time.
 */
public interface Job {

    /** Unique and stable: scheduled jobs keep it in the database. */
    String name();

    Lane lane();

    /**
     * How often a key is tried before it is given up; the wait between tries doubles each time. As long as there is no room
     * in the object store, no database or no virus scanner, it is not given up.
     */
    default int maxAttempts() {
        return 4;
    }

    /** The wait before the second attempt. */
    default Duration firstBackoff() {
        return Duration.ofSeconds(2);
    }

    /**
     * Does the work, on a virtual thread that is interrupted when the server stops; then it will be run again.
     *
     * @throws Exception to be tried again later
     */
    void run(String key) throws Exception;

    /** The last attempt failed as well; the job is gone after this. */
    void givenUp(String key, Throwable cause);
}
