/**
 * The files that media work is held against: generated ones of every kind that people have, and hostile ones, each with what
 * must come of it. Their tables in docs/media.md are written from what the tests find.
 */
@NullMarked
package io.vidstead.media.corpus;

import org.jspecify.annotations.NullMarked;
