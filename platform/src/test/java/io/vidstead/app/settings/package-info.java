/** Tests of reading settings. */
@NullMarked
package io.vidstead.app.settings;

import org.jspecify.annotations.NullMarked;
