/** Sockets as browsers and hostile programs use them. */
@NullMarked
package io.vidstead.realtime;

import org.jspecify.annotations.NullMarked;
