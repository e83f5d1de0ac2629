/**
 * Encrypts finished CMAF files by the scheme {@code cbcs} of common encryption (ISO/IEC 23001-7), once, after they were written:
 * {@link io.vidstead.media.protection.CbcsEncryptor}. H.264 pictures keep their slice headers clear and one block in ten
 * encrypted; of sound every whole block is. Other pictures are refused, never left clear.
 *
 * <p>How keys reach players is a {@link io.vidstead.media.protection.KeySystem}'s business; ClearKey is built in. It must not know
 * who may watch what, nor keep keys.
 */
@NullMarked
package io.vidstead.media.protection;

import org.jspecify.annotations.NullMarked;
