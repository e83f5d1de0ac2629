@NullMarked
package io.vidstead.processing.pieces;

import org.jspecify.annotations.NullMarked;
