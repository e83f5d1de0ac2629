package io.vidstead.realtime;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;

/**
 * Ends a request that became a socket, as far as Quarkus counts requests. It hears of a request's end through the request's
 * response, which an upgraded one never finishes: a server that had a socket once would wait for it at each stop until the
 * time for draining is up. Its method for this is not public.
 */
final class UpgradedRequest {

    private static final Logger LOG = Logger.getLogger(UpgradedRequest.class);

    private UpgradedRequest() {}

    static void ended(HttpServerRequest request) {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            done.invoke(QuarkusRequestWrapper.get(request));
        } catch (ReflectiveOperationException | RuntimeException e) { // a socket is worth more than a quick stop
            LOG.warnf("stopping will take longer: a socket's request cannot be ended (%s)", e);
        }
    }
}
