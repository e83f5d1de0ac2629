package io.vidstead.experiments;

import io.vidstead.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A trial, run on people.
 *
 * @param percent of all signed-in people who take part
 */
record Experiment(long id, String trial, int percent, UserId begunBy, Instant begun, Optional<Instant> ended) {}
