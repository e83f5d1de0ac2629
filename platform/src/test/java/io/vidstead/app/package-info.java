/** Tests of the house as a whole: its directions, its process. */
@NullMarked
package io.vidstead.app;

import org.jspecify.annotations.NullMarked;
