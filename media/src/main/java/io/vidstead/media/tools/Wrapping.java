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
        if (run.limits().background() && protections.contains(Protection.LOW_PRIORITY)) {
            command.addAll(List.of(require("nice"), "-n", "10"));
        }
        if (protections.contains(Protection.NAMESPACES)) {
            command.addAll(namespaces(run, scratch, mark));
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
                "--new-session",
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
        command.addAll(List.of("--setenv", marker[0], marker[1], "--chdir", scratch.toString(), "--"));
        return command;
    }

    private static void bind(List<String> command, String how, Path path) {
        command.addAll(List.of(how, path.toString(), path.toString()));
    }

    private static String require(String program) {
        return find(program).orElseThrow().toString();
    }
}
