package io.vidstead.engines.database;

import io.vidstead.engines.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL cluster on disk: {@code cluster} with its files, {@code password} for its only user, {@code postgres.log}.
 *
 * <p>A folder named {@code cluster} is complete: it is made under another name and renamed.
 */
record Cluster(Path folder, PostgresPrograms programs, ServerUser user, String password) {

    static final String USER = "vidstead";
    static final String DATABASE = "vidstead";

    /** Of the key derivation: they slow down who guesses a weak password, and every new connection; this one is random. */
    private static final int ROUNDS = 1;

    private static final String NAME = "cluster";
    private static final String UNFINISHED = "cluster.new-";
    private static final long LOG_LIMIT = 8 << 20;

    /** Opens the cluster of the folder, whoever made it. */
    static Cluster open(Path folder, PostgresPrograms programs) throws IOException {
        if (!Files.isDirectory(folder.resolve(NAME))) {
            return create(folder, programs, ServerUser.forNewCluster());
        }
        String password = Files.readString(folder.resolve("password"));
        return new Cluster(folder, programs, ServerUser.ownerOf(folder.resolve(NAME)), password);
    }

    /** Makes a cluster with an empty database. */
    static Cluster create(Path folder, PostgresPrograms programs, ServerUser user) throws IOException {
        deleteUnfinished(folder);
        String password = newPassword();
        DurableFiles.write(folder.resolve("password"), password.getBytes(StandardCharsets.US_ASCII));
        Cluster cluster = new Cluster(folder, programs, user, password);
        Path data = Files.createTempDirectory(folder, UNFINISHED);
        user.own(data);
        cluster.requireAccess(data);
        cluster.initialize(data);
        DurableFiles.move(data, folder.resolve(NAME));
        return cluster;
    }

    Path data() {
        return folder.resolve(NAME);
    }

    /** Starts the server; the process is the postmaster itself. */
    Process launch(int port, EmbeddedPostgres.Options options) throws IOException {
        Path log = folder.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            DurableFiles.move(log, folder.resolve("postgres.log.1"));
        }
        List<String> command = new ArrayList<>(ownSession());
        command.addAll(asUser("postgres", "-D", data().toString()));
        settings(port, options).forEach(setting -> command.addAll(List.of("-c", setting)));
        return Command.prepare(programs.root(), command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Whether this postmaster says that it takes connections. */
    boolean ready(Process postmaster) throws IOException {
        List<String> lines = pidFile();
        return lines.size() >= 8
                && lines.getFirst().equals(Long.toString(postmaster.pid()))
                && lines.get(7).strip().equals("ready");
    }

    /**
     * The postmaster that a process before us left running on this cluster. A pid file that names a process which is
     * something else by now is removed, for PostgreSQL itself would stop at it.
     */
    Optional<ProcessHandle> leftover() throws IOException {
        List<String> lines = pidFile();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProcessHandle> postmaster = ProcessHandle.of(
                        Math.abs(Long.parseLong(lines.getFirst().strip())))
                .filter(this::servesThis);
        if (postmaster.isEmpty()) {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        }
        return postmaster;
    }

    /** The end of the server's log, for error messages. */
    String lastWords() throws IOException {
        Path log = folder.resolve("postgres.log");
        if (!Files.exists(log)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 5), all.size()));
        }
    }

    private boolean servesThis(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(data().toString()))
                .orElse(false);
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(data().resolve("postmaster.pid"));
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    /** Small at rest; durability is never traded for speed. */
    private static List<String> settings(int port, EmbeddedPostgres.Options options) {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=" + options.maxConnections(),
                "shared_buffers=" + options.sharedBuffersMiB() + "MB",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "io_method=sync",
                "jit=off",
                "random_page_cost=1.1",
                "timezone=UTC",
                "log_timezone=UTC",
                // Errors of statements reach the client; here they would only fill the disk.
                "log_min_messages=log",
                "log_checkpoints=off");
    }

    /** Keeps a terminal's Ctrl-C from the server: it has to outlive the requests that are being finished. */
    private static List<String> ownSession() throws IOException {
        if (Command.run(Path.of("/"), List.of("setsid", "true"), "").succeeded()) {
            return List.of("setsid");
        }
        return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV");
    }

    private void requireAccess(Path data) throws IOException {
        Command.Outcome version = Command.run(Path.of("/"), asUser("postgres", "--version"), "");
        Command.Outcome entered = Command.run(Path.of("/"), wrap(List.of("ls", data.toString())), "");
        if (!version.succeeded() || !entered.succeeded()) {
            throw new DatabaseStartException(
                    "The user the database runs as may not enter " + folder + " or " + programs.root()
                            + "; choose a data folder that other users may pass through. ("
                            + (version.succeeded() ? entered : version).output() + ")",
                    null);
        }
    }

    private void initialize(Path data) throws IOException {
        Path passwordFile = Files.createTempFile(
                folder,
                ".initdb-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            user.own(passwordFile);
            List<String> command = asUser(
                    "initdb",
                    "--pgdata=" + data,
                    "--username=" + USER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--set=scram_iterations=" + ROUNDS,
                    "--no-instructions");
            require(Command.run(programs.root(), command, ""), "The database could not be made");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        List<String> single = asUser("postgres", "--single", "-D", data.toString(), "postgres");
        require(
                Command.run(programs.root(), single, "CREATE DATABASE " + DATABASE + "\n"),
                "The database could not be prepared");
    }

    private List<String> asUser(String program, String... arguments) {
        return wrap(Stream.concat(Stream.of(programs.program(program).toString()), Stream.of(arguments))
                .toList());
    }

    private List<String> wrap(List<String> command) {
        return Stream.concat(user.prefix().stream(), command.stream()).toList();
    }

    private static void require(Command.Outcome outcome, String sentence) {
        if (!outcome.succeeded()) {
            throw new DatabaseStartException(sentence + ": " + outcome.output(), null);
        }
    }

    private static void deleteUnfinished(Path folder) throws IOException {
        for (String pattern : List.of(UNFINISHED + "*", ".initdb-*")) {
            try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, pattern)) {
                for (Path leftover : leftovers) {
                    DurableFiles.deleteTree(leftover);
                }
            }
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "the cluster in " + folder;
    }
}
