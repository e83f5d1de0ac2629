/**
 * The HTTP edge: what every request passes and every answer has in common.
 *
 * <p>Invariants: every error is problem details with a stable code and a trace id, and tells nothing of the inside; a
 * request with a bad token, or a state change sent from another site, never reaches a resource, nor does a body that breaks its
 * constraints; every answer carries the security headers; forwarding headers are believed from trusted proxies only.
 *
 * <p>Events in and out: none. Must not know: what any route is about.
 */
@NullMarked
package io.vidstead.app.http;

import org.jspecify.annotations.NullMarked;
