@NullMarked
package io.vidstead.experiments;

import org.jspecify.annotations.NullMarked;
