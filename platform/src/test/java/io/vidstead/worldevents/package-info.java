@NullMarked
package io.vidstead.worldevents;

import org.jspecify.annotations.NullMarked;
