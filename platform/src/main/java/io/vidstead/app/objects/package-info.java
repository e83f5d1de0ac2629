/**
 * Lets workers on other machines read and write this server's objects: {@code /internal/objects/…}, by signed addresses only.
 *
 * <p>Invariants: the signature is an HMAC with the site's key, which workers know from the database, over what is done, to which
 * object, and until when; nothing else opens the way. What is put is whole, and has the digest that was announced, or is not
 * there. Only servers with the role {@code api} answer.
 *
 * <p>Events in and out: none. It must not know what the objects are.
 */
@NullMarked
package io.vidstead.app.objects;

import org.jspecify.annotations.NullMarked;
