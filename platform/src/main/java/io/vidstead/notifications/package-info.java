/**
 * What people are told, and by which way: an inbox on the site, mail, and messages to their browsers.
 *
 * <p>Invariants: nobody is told of their own acts, nor shown what they may not see; a notification is one row a person,
 * kind and subject, so that what is done twice tells once; what is withdrawn is withdrawn here too. Mail and push are sent
 * by a durable queue after the row was committed; open pages hear of it right after the commit.
 *
 * <p>Events in: {@code video.comments}, {@code video.published}, {@code video.updated}, {@code video.finished}, {@code
 * video.failed}, {@code video.deleted}, {@code video.views}, {@code channel.subscriptions}. Events out: none; broadcasts of type {@code notification} to
 * {@code user:<id>}. It must not know how videos are made or comments judged.
 */
@NullMarked
package io.vidstead.notifications;

import org.jspecify.annotations.NullMarked;
