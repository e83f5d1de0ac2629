/** Feeds the parsers of this package with what Jazzer makes of its seeds. */
@NullMarked
package io.vidstead.media.cmaf;

import org.jspecify.annotations.NullMarked;
