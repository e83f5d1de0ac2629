/**
 * Looking for malware in what strangers send.
 *
 * <p>Invariants: a verdict is given only for content that the scanner has taken to its end or to the configured size; a
 * scanner that does not answer gives none. The package knows nothing of videos, users or HTTP.
 */
@NullMarked
package io.vidstead.engines.scan;

import org.jspecify.annotations.NullMarked;
