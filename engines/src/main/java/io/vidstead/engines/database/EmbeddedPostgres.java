package io.vidstead.engines.database;

import io.vidstead.engines.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, in a child process, with its data in a folder.
 *
 * <p>The server is watched: killed, it is back at the same address within seconds. A server left over by a process that
 * died is stopped first. Two processes never share a folder. The server is in a session of its own, so a terminal's
 * Ctrl-C does not reach it; {@link #close()} it when the last request is done.
 */
public final class EmbeddedPostgres implements Database {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final int START_ATTEMPTS = 10;

    private final DataFolder folder;
    private final Cluster cluster;
    private final Options options;
    private final ReentrantLock launching = new ReentrantLock();
    private final int port;

    private volatile Process postmaster;
    private volatile boolean closed;

    private EmbeddedPostgres(DataFolder folder, Cluster cluster, Options options) throws IOException {
        this.folder = folder;
        this.cluster = cluster;
        this.options = options;
        this.port = options.port() == 0 ? freePort() : options.port();
        this.postmaster = cluster.launch(port, options);
    }

    /**
     * Starts the server and returns when it answers; makes its folder on the first start.
     *
     * @throws DataFolder.InUseException when another process has the folder
     * @throws DatabaseStartException when the server cannot be started; the message is a sentence for people
     */
    public static EmbeddedPostgres start(Path folder, Options options) {
        DataFolder locked = DataFolder.lock(folder);
        try {
            Cluster cluster = Cluster.open(locked.path(), PostgresPrograms.unpackedIn(options.tools()));
            stopLeftover(cluster);
            EmbeddedPostgres server = firstThatAnswers(locked, cluster, options);
            Thread.ofVirtual().name("postgres-watch").start(server::watch);
            return server;
        } catch (IOException e) {
            locked.close();
            throw new DatabaseStartException("The database in " + folder + " cannot be started: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            locked.close();
            throw e;
        }
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE
                + "?sslmode=disable&gssEncMode=disable&assumeMinServerVersion=18&reWriteBatchedInserts=true"
                + "&tcpKeepAlive=true&ApplicationName=vidstead";
    }

    @Override
    public String username() {
        return Cluster.USER;
    }

    @Override
    public String password() {
        return cluster.password();
    }

    /** The process id of the postmaster; another one after each restart. */
    public long processId() {
        return postmaster.pid();
    }

    @Override
    public void close() {
        launching.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            launching.unlock();
        }
        try {
            stop(postmaster.toHandle());
        } catch (IOException e) {
            log.warn("The database did not stop cleanly; it will recover at its next start", e);
        } finally {
            folder.close();
        }
    }

    /** Restarts the server whenever it ends by itself. */
    private void watch() {
        try {
            while (true) {
                int exitCode = postmaster.waitFor();
                if (closed) {
                    return;
                }
                log.warn("The database ended by itself (exit code {}); starting it again", exitCode);
                relaunch();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void relaunch() throws InterruptedException {
        // Processes of the dead server may need a moment to notice; after that it is something that lasts.
        for (int attempt = 1; ; attempt++) {
            try {
                if (!launchUnlessClosed() || awaitReady()) {
                    return;
                }
                log.warn("The database does not start: {}", cluster.lastWords());
            } catch (IOException e) {
                log.warn("The database does not start", e);
            }
            Thread.sleep(Duration.ofMillis(attempt < 20 ? 100 : 5_000));
        }
    }

    private boolean launchUnlessClosed() throws IOException {
        launching.lock();
        try {
            if (closed) {
                return false;
            }
            postmaster = cluster.launch(port, options);
            return true;
        } finally {
            launching.unlock();
        }
    }

    /** Returns false when the server ended instead. */
    private boolean awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        while (!cluster.ready(postmaster)) {
            if (postmaster.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    private static EmbeddedPostgres firstThatAnswers(DataFolder folder, Cluster cluster, Options options)
            throws IOException {
        try {
            // Another program may take the free port first, and processes of a killed server may need a moment to end.
            for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
                EmbeddedPostgres server = new EmbeddedPostgres(folder, cluster, options);
                if (server.awaitReady()) {
                    return server;
                }
                server.postmaster.destroyForcibly();
                Thread.sleep(Duration.ofMillis(200));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        throw new DatabaseStartException(
                "The database in " + folder.path() + " does not start. It says:\n" + cluster.lastWords(), null);
    }

    private static void stopLeftover(Cluster cluster) throws IOException {
        ProcessHandle leftover = cluster.leftover().orElse(null);
        if (leftover != null) {
            log.info("Stopping the database that an earlier process left running (process {})", leftover.pid());
            stop(leftover);
        }
    }

    /** Clients are cut off, everything is written, and it ends; harsher if that does not work. */
    private static void stop(ProcessHandle postmaster) throws IOException {
        Command.signal(postmaster.pid(), "INT");
        if (ended(postmaster, Duration.ofSeconds(30))) {
            return;
        }
        Command.signal(postmaster.pid(), "QUIT");
        if (!ended(postmaster, Duration.ofSeconds(5))) {
            postmaster.destroyForcibly();
            ended(postmaster, Duration.ofSeconds(5));
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return !process.isAlive();
            }
        }
        return true;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * @param tools where the server's programs are unpacked, once; may be shared by several servers
     * @param sharedBuffersMiB memory for cached pages
     * @param maxConnections the most clients at once
     * @param port where it listens, on loopback; 0 for any that is free
     */
    public record Options(Path tools, int sharedBuffersMiB, int maxConnections, int port) {

        public static Options of(Path tools) {
            return new Options(tools, 64, 60, 0);
        }

        public Options atPort(int wanted) {
            return new Options(tools, sharedBuffersMiB, maxConnections, wanted);
        }
    }
}
