/** Tests of the accounts; inside the package where they need a part of it. */
@NullMarked
package io.vidstead.accounts;

import org.jspecify.annotations.NullMarked;
