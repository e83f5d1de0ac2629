/** Every route, asked by everybody: what comes out is docs/authorization.md. */
@NullMarked
package io.vidstead.authorization;

import org.jspecify.annotations.NullMarked;
