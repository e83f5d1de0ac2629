/**
 * HTTP requests to addresses that others named: over connections to exactly the address that was checked, following no
 * redirect, reading no more than was asked for. Knows nothing of what is sent.
 */
@NullMarked
package io.vidstead.engines.http;

import org.jspecify.annotations.NullMarked;
