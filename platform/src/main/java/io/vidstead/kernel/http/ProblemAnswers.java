package io.vidstead.kernel.http;

import io.vertx.ext.web.RoutingContext;
import io.vidstead.kernel.Problem;

/** Answers problems from raw routes and filters, in the form of all others. Any thread. */
public interface ProblemAnswers {

    /** Does nothing if the answer has begun. */
    void send(RoutingContext request, Problem problem);
}
