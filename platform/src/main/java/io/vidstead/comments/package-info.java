/**
 * What people write below videos: threads of comments, their likes, and who may close, hold, pin or delete them.
 *
 * <p>A video's comments are a room: what is posted, edited, deleted or reviewed in it goes one after the other under its row's
 * lock ({@link io.vidstead.comments.Threads}), votes under their comment's ({@link io.vidstead.comments.Marks}). What may not
 * be seen by everybody (held, rejected, deleted) is never broadcast; it counts nowhere.
 *
 * <p>Events out (through the outbox, in the transaction of the change; key = video id): {@code video.comments}, see
 * {@link io.vidstead.comments.CommentEvent}. It must not know who is told of a comment, nor how.
 */
@NullMarked
package io.vidstead.comments;

import org.jspecify.annotations.NullMarked;
