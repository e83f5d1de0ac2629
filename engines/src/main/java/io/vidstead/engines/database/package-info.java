/**
 * Where rows live: PostgreSQL, either started and watched by this process ({@link
 * io.vidstead.engines.database.EmbeddedPostgres}) or somebody else's ({@link
 * io.vidstead.engines.database.ExternalPostgres}).
 *
 * <p>Invariants: what was acknowledged is on disk; fsync and page checksums are on; the embedded server listens on
 * loopback only, wants a password, and two servers never share a folder. The package knows nothing of tables, pools or
 * migrations.
 */
@NullMarked
package io.vidstead.engines.database;

import org.jspecify.annotations.NullMarked;
