package io.vidstead.engines.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run, for they refuse to run as root. Who owns the cluster's folder decides, so a folder
 * tells by itself how it was made and nothing has to be kept beside it.
 */
sealed interface ServerUser {

    /** What stands in front of the command. */
    List<String> prefix();

    /** Gives a file or an empty folder to the user. */
    default void own(Path path) throws IOException {}

    /** An ordinary user, the same as this process. */
    record Myself() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root, but in a user namespace where it counts as nobody: files stay root's own. */
    record RootInNamespace() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U", "--");
        }
    }

    /** Somebody else; only root can do that. */
    record Another(int uid, int gid) implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        }

        @Override
        public void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    /** Who made this cluster. */
    static ServerUser ownerOf(Path cluster) throws IOException {
        int owner = (int) Files.getAttribute(cluster, "unix:uid");
        int me = (int) new UnixSystem().getUid();
        if (me != 0) {
            if (owner != me) {
                throw new DatabaseStartException(
                        "The database in " + cluster + " belongs to another user; start as that one (or as root).",
                        null);
            }
            return new Myself();
        }
        if (owner != 0) {
            return new Another(owner, (int) Files.getAttribute(cluster, "unix:gid"));
        }
        if (works(new RootInNamespace())) {
            return new RootInNamespace();
        }
        throw new DatabaseStartException(
                "The database in " + cluster + " belongs to root, for whom PostgreSQL does not run without user "
                        + "namespaces; give the folder to an ordinary user (chown -R) and start again.",
                null);
    }

    /** Who shall make a new cluster. */
    static ServerUser forNewCluster() throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Myself();
        }
        List<ServerUser> ways = Stream.concat(Stream.of(new RootInNamespace()), unprivilegedUsers())
                .toList();
        for (ServerUser way : ways) {
            if (works(way)) {
                return way;
            }
        }
        throw new DatabaseStartException(
                "PostgreSQL does not run as root, and this machine offers neither user namespaces (unshare -U) nor "
                        + "setpriv with a user postgres or nobody; start as an ordinary user.",
                null);
    }

    /** The users of this machine that have nothing of their own. */
    private static Stream<ServerUser> unprivilegedUsers() throws IOException {
        List<String[]> users = Files.readAllLines(Path.of("/etc/passwd")).stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > 3)
                .toList();
        return Stream.of("postgres", "nobody")
                .flatMap(name -> users.stream().filter(fields -> fields[0].equals(name)))
                .map(fields -> new Another(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
    }

    private static boolean works(ServerUser user) throws IOException {
        List<String> command =
                Stream.concat(user.prefix().stream(), Stream.of("true")).toList();
        return Command.run(Path.of("/"), command, "").succeeded();
    }
}
