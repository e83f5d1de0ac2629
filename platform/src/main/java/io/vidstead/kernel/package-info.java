/**
 * What every feature may use: ids, problems, paging, who calls, settings, transactions, strangers' pictures.
 *
 * <p>Invariants: types here are small, immutable and know no feature, no table and no route. A thing moves in here only
 * when a second feature needs it.
 *
 * <p>Events in and out: none.
 *
 * <p>Must not know: any feature, {@code io.vidstead.app}.
 */
@NullMarked
package io.vidstead.kernel;

import org.jspecify.annotations.NullMarked;
