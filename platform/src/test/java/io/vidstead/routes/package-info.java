/** Every route of the site, asked by everybody (docs/authorization.md), and asked wrongly. */
@NullMarked
package io.vidstead.routes;

import org.jspecify.annotations.NullMarked;
