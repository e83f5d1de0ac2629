@NullMarked
package io.vidstead.processing;

import org.jspecify.annotations.NullMarked;
