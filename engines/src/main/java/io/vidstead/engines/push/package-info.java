/**
 * Messages to browsers that are closed: Web Push by RFC 8030 (delivery), 8291 (encryption) and 8292 (who sends).
 *
 * <p>Invariants: only the browser can read a message, the push service cannot; an endpoint is a stranger's text, and
 * nothing is sent to addresses of private networks. The package knows nothing of users or notifications.
 */
@NullMarked
package io.vidstead.engines.push;

import org.jspecify.annotations.NullMarked;
