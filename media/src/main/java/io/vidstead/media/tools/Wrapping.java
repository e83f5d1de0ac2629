package io.vidstead.media.tools;

import io.vidstead.media.tools.Sandbox.Protection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The programs of the system that are put before a command to confine it, each only where it is present and works:
 * prlimit and nice outside, then bubblewrap or, without it, setpriv.
 */
final class Wrapping {
    private static final List<Path> PROGRAM_FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"), Path.of("/sbin"));
    private static final List<String> SYSTEM_LIBRARIES = List.of(
            "/usr/lib",
            "/usr/lib64",
            "/usr/local/lib",
            "/lib",
            "/lib64",
            "/etc/ld.so.cache",
            "/etc/ld.so.conf",
            "/etc/ld.so.conf.d",
            "/etc/alternatives",
            "/nix/store");

    private static final String NICENESS = "10";

    /** Less than that of its programs, of which each has many threads: the share is that of all of them. */
    private static final String NICENESS_OF_GROUP = "5";

    private static final Path OWN_GROUP = Path.of("/proc/self/autogroup");

    /**
     * A session of its own that gives way to others. Where the kernel shares the processors between sessions first and only
     * then between the programs of each (sched(7), autogroup), niceness says nothing to other sessions: one encoder would get
     * as much as the whole server. The kernel takes few such wishes in a short time from those who are not root.
     */
    private static final List<String> GIVING_WAY = List.of("/bin/sh", "-c", """
            for try in 1 2 3; do
              { echo "$0" >/proc/self/autogroup; } 2>/dev/null && break
              sleep 0.1
            done
            exec "$@"
            """, NICENESS_OF_GROUP);

    private final FfmpegTools tools;
    private final Set<Protection> protections;

    Wrapping(FfmpegTools tools, Set<Protection> protections) {
        this.tools = tools;
        this.protections = EnumSet.copyOf(protections);
    }

    static Optional<Path> find(String program) {
        return PROGRAM_FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The command line that runs {@code run} confined, with {@code scratch} as its working folder. */
    List<String> command(ToolRun run, Path scratch, String mark) {
        var command = new ArrayList<String>();
        if (protections.contains(Protection.RESOURCE_LIMITS)) {
            command.addAll(List.of(
                    require("prlimit"),
                    "--core=0",
                    "--cpu=" + Math.max(1, run.limits().cpu().toSeconds()),
                    "--fsize=" + run.limits().outputBytes(),
                    "--nofile=256"));
        }
        boolean givesWay = run.limits().background() && protections.contains(Protection.LOW_PRIORITY);
        if (givesWay) {
            command.addAll(List.of(require("nice"), "-n", NICENESS));
        }
        if (protections.contains(Protection.NAMESPACES)) {
            boolean givesWayAsAGroup =
                    givesWay && Files.exists(OWN_GROUP) && find("setsid").isPresent();
            if (givesWayAsAGroup) {
                command.add(require("setsid"));
                command.addAll(GIVING_WAY);
            }
            command.addAll(namespaces(run, scratch, mark));
            if (!givesWayAsAGroup) {
                command.add("--new-session");
            }
            command.add("--");
        } else if (protections.contains(Protection.DIES_WITH_PARENT)) {
            command.addAll(List.of(require("setpriv"), "--pdeathsig", "KILL", "--no-new-privs"));
        }
        command.add(
                switch (run.program()) {
                    case FFMPEG -> tools.ffmpeg().toString();
                    case FFPROBE -> tools.ffprobe().toString();
                    case POCKETSPHINX -> run.program().path().orElseThrow().toString();
                });
        command.addAll(run.arguments());
        return command;
    }

    private List<String> namespaces(ToolRun run, Path scratch, String mark) {
        var command = new ArrayList<>(List.of(
                require("bwrap"),
                "--unshare-all",
                "--die-with-parent",
                "--clearenv",
                "--cap-drop",
                "ALL",
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--tmpfs",
                "/tmp"));
        for (var library : SYSTEM_LIBRARIES) {
            command.addAll(List.of("--ro-bind-try", library, library));
        }
        run.program().path().ifPresent(program -> bind(command, "--ro-bind", program));
        run.program().data().forEach(data -> bind(command, "--ro-bind", data));
        bind(command, "--ro-bind", tools.folder());
        bind(command, "--ro-bind", run.input());
        bind(command, "--bind", scratch);
        var output = run.outputFolder();
        if (output != null) {
            bind(command, "--bind", output);
        }
        var marker = mark.split("=", 2);
        command.addAll(List.of("--setenv", marker[0], marker[1], "--chdir", scratch.toString()));
        return command;
    }

    private static void bind(List<String> command, String how, Path path) {
        command.addAll(List.of(how, path.toString(), path.toString()));
    }

    private static String require(String program) {
        return find(program).orElseThrow().toString();
    }
}
