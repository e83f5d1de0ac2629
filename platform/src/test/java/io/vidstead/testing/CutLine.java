package io.vidstead.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A line between two programs of a test that can be cut and mended. While it is cut nothing passes and nobody is told, as when
 * a network fails: connections stay open, new ones are taken and say nothing.
 */
public final class CutLine implements AutoCloseable {

    private static final int BUFFER = 16 << 10;

    private final ServerSocket entrance;
    private final int exit;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean cut;

    private CutLine(ServerSocket entrance, int exit) {
        this.entrance = entrance;
        this.exit = exit;
    }

    /** A line to a port of this machine. */
    public static CutLine to(int port) {
        try {
            CutLine line = new CutLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public void cut() {
        set(true);
    }

    public void mend() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            cut = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWhole() {
        lock.lock();
        try {
            while (cut) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entrance.accept();
                sockets.add(near);
                Thread.ofVirtual().start(() -> join(near));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void join(Socket near) {
        try {
            awaitWhole();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), exit);
            sockets.add(far);
            Thread.ofVirtual().start(() -> pass(near, far));
            pass(far, near);
        } catch (IOException _) {
            close(near);
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = in.read(buffer)) > 0) {
                awaitWhole();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException _) {
            // one end closed: so does the other
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // closed then
        }
    }

    @Override
    public void close() throws IOException {
        mend();
        entrance.close();
        sockets.forEach(CutLine::close);
    }
}
