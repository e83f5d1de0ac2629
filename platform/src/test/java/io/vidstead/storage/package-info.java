/** Tests of keeping house. */
@NullMarked
package io.vidstead.storage;

import org.jspecify.annotations.NullMarked;
