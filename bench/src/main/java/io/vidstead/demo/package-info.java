/**
 * Fills a running site with something to look at: people, channels, drawn videos, views, comments, playlists. Through the
 * public API only, and idempotent: what is there already, by name and title, is left as it is.
 */
@NullMarked
package io.vidstead.demo;

import org.jspecify.annotations.NullMarked;
