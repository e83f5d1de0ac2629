@NullMarked
package io.vidstead.uploads;

import org.jspecify.annotations.NullMarked;
