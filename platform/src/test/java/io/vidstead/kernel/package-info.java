/** Tests of what all features use. */
@NullMarked
package io.vidstead.kernel;

import org.jspecify.annotations.NullMarked;
