/** The ports of the platform and their engines: one package a port. */
@NullMarked
package io.vidstead.engines;

import org.jspecify.annotations.NullMarked;
