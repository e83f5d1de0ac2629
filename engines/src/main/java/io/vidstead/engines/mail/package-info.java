/**
 * Letters to people: handed to an SMTP server, or kept in a local outbox to be read there.
 *
 * <p>Invariants: a mail has a key, and one key makes one mail; addresses and headers cannot smuggle lines. The package knows
 * nothing of users, notifications or templates.
 */
@NullMarked
package io.vidstead.engines.mail;

import org.jspecify.annotations.NullMarked;
