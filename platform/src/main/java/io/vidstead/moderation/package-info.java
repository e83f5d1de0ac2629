/**
 * A first look at what people write: how likely it is that a channel's owner would not want it, and why.
 *
 * <p>{@link io.vidstead.moderation.Moderation} judges by rules, by the words that the channel watches and by what the owner's
 * own decisions taught, and always says its reasons. It decides nothing by itself about what exists: callers keep the
 * verdict. Events: none. It must not know what a comment is, nor who may review one.
 */
@NullMarked
package io.vidstead.moderation;

import org.jspecify.annotations.NullMarked;
