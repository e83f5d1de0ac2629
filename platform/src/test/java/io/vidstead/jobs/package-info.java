@NullMarked
package io.vidstead.jobs;

import org.jspecify.annotations.NullMarked;
