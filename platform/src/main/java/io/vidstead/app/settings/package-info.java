/**
 * Reads the server's settings from flags, environment and configuration file.
 *
 * <p>Invariants: {@link io.vidstead.app.settings.SettingsSchema} declares every key with its type, default and meaning;
 * an unknown key anywhere stops the start; all errors are found before any is told. Flags win over environment, which
 * wins over the file. {@code docs/configuration.md} is rendered from the same declarations.
 *
 * <p>Events in and out: none. Must not know: any feature, Quarkus.
 */
@NullMarked
package io.vidstead.app.settings;

import org.jspecify.annotations.NullMarked;
