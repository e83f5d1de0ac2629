/** Feeds the parsers of this package with what Jazzer makes of its seeds. */
@NullMarked
package io.vidstead.kernel.http;

import org.jspecify.annotations.NullMarked;
