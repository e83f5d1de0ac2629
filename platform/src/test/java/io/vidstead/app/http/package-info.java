/** Tests of what every request passes. */
@NullMarked
package io.vidstead.app.http;

import org.jspecify.annotations.NullMarked;
