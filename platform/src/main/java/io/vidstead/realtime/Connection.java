package io.vidstead.realtime;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vidstead.accounts.Identity;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open socket. There are thousands, nearly all idle: it has no thread, no timer and no buffer of its own.
 *
 * <p>Everything happens on its event loop, unless said otherwise.
 */
final class Connection {

    /** So much may wait for a reader, beside what the system's own buffers take. */
    private static final int QUEUE_BYTES = 256 * 1024;

    private static final long MESSAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** After a reconnect a client subscribes to all of its channels at once. */
    private static final long BURST_NANOS = 100 * MESSAGE_NANOS;

    private final ServerWebSocket socket;
    private final ChannelHandlerContext wire;
    private final EventLoop loop;
    private final String network;
    private final @Nullable Identity identity;
    private final List<Channel> channels = new ArrayList<>(2);
    /** Until when its messages of the past have used up what it may send (nanoTime). */
    private long restedAt = System.nanoTime();

    private boolean answeredPing = true;
    private volatile boolean closed;

    /**
     * @param wire the socket's own
     * @param network which a bound on sockets counts
     */
    Connection(
            ServerWebSocket socket,
            ChannelHandlerContext wire,
            EventLoop loop,
            String network,
            @Nullable Identity identity) {
        this.socket = socket;
        this.wire = wire;
        this.loop = loop;
        this.network = network;
        this.identity = identity;
        socket.setWriteQueueMaxSize(QUEUE_BYTES);
    }

    EventLoop loop() {
        return loop;
    }

    String network() {
        return network;
    }

    boolean isOf(long signIn) {
        return identity != null && identity.signIn() == signIn;
    }

    OptionalLong signIn() {
        return identity == null ? OptionalLong.empty() : OptionalLong.of(identity.signIn());
    }

    @Nullable
    UserId user() {
        return identity == null ? null : identity.userId();
    }

    /** Whoever subscribes, as other features ask it. Any thread. */
    Caller caller() {
        return new SocketCaller(identity);
    }

    /** Its subscriptions; changed and read under the list's own lock, by any thread. */
    List<Channel> channels() {
        return channels;
    }

    /** Whether one more message is within what a client may send. */
    boolean takesMessage() {
        long now = System.nanoTime();
        long from = Math.max(restedAt, now);
        if (from - now > BURST_NANOS) {
            return false;
        }
        restedAt = from + MESSAGE_NANOS;
        return true;
    }

    /** Sends, or closes the socket when it does not keep up. */
    void send(String text) {
        if (closed) {
            return;
        }
        if (socket.writeQueueFull()) {
            close(CloseCode.TOO_SLOW);
            return;
        }
        socket.writeTextMessage(text);
    }

    /** Sends in order; a client that comes back gets what it missed at once, however much that is. */
    void sendAll(List<String> texts) {
        if (!closed) {
            texts.forEach(socket::writeTextMessage);
        }
    }

    /** From any thread. */
    void sendFromElsewhere(String text) {
        loop.execute(() -> send(text));
    }

    /** Asks whether it is still there, or closes it when it said nothing since the last time. */
    void ping() {
        if (closed) {
            return;
        }
        if (!answeredPing) {
            close(CloseCode.SILENT);
            return;
        }
        answeredPing = false;
        socket.writePing(Buffer.buffer());
    }

    void heard() {
        answeredPing = true;
    }

    /**
     * Says why, and hangs up after a while whatever the client does: closing waits for what was written before, and a client
     * that reads nothing would keep its socket for ever.
     */
    void close(CloseCode code) {
        if (!closed) {
            closed = true;
            socket.close(code.code(), code.reason());
            Runnable cut = () -> {
                var _ = wire.close();
            };
            var _ = loop.schedule(cut, SocketOptions.CLOSING_SECONDS, TimeUnit.SECONDS);
        }
    }

    void closeFromElsewhere(CloseCode code) {
        loop.execute(() -> close(code));
    }

    /** Its socket is gone. */
    void gone() {
        closed = true;
    }

    /** After a subscription that took a while: what was closed meanwhile listens to nothing. Any thread. */
    void leaveIfClosed(Channels all) {
        if (closed) {
            all.leaveAll(this);
        }
    }

    /** Reads no more messages until {@link #resume}. */
    void pause() {
        socket.pause();
    }

    /** From any thread. */
    void resume() {
        loop.execute(socket::resume);
    }

    private record SocketCaller(@Nullable Identity identity) implements Caller {

        @Override
        public Optional<UserId> userId() {
            return Optional.ofNullable(identity).map(Identity::userId);
        }

        @Override
        public Role role() {
            return identity == null ? Role.USER : identity.role();
        }

        @Override
        public OptionalLong signIn() {
            return identity == null ? OptionalLong.empty() : OptionalLong.of(identity.signIn());
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public String userAgent() {
            return "";
        }
    }
}
