package io.vidstead.media.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.tools.Sandbox.Protection;
import io.vidstead.media.tools.ToolRun.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shell script plays ffmpeg, and misbehaves. */
@Timeout(30)
class SandboxTest {
    @TempDir
    private Path folder;

    private final String secret = "vs-" + UUID.randomUUID();
    private Path input;
    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        input = Files.writeString(folder.resolve("input"), "the input");
        out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("other"), secret);
    }

    static Stream<Set<Protection>> protections() {
        var withoutNamespaces = EnumSet.complementOf(EnumSet.of(Protection.NAMESPACES));
        return Stream.of(EnumSet.allOf(Protection.class), withoutNamespaces, EnumSet.noneOf(Protection.class));
    }

    @ParameterizedTest
    @MethodSource("protections")
    void handsArgumentsOverByPositionWithoutAShell(Set<Protection> wanted) throws Exception {
        var sandbox = sandbox(wanted, "for a in \"$@\"; do echo \"[$a]\"; done");
        var result = sandbox.run(reading("a b", "$(id)", "; rm -rf /", "-y"));
        assertThat(result.stdout()).isEqualTo("[a b]\n[$(id)]\n[; rm -rf /]\n[-y]\n");
    }

    @ParameterizedTest
    @MethodSource("protections")
    void givesNoEnvironmentAndNoInputAndDeletesItsFolder(Set<Protection> wanted) throws Exception {
        var sandbox = sandbox(wanted, "env; cat; pwd; echo x > left-behind");
        var result = sandbox.run(reading());
        assertThat(result.stdout()).doesNotContain("JAVA_HOME", "USER=").contains("scratch");
        try (var left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("protections")
    void killsAHungProgramWithAllItsChildren(Set<Protection> wanted) throws Exception {
        var name = "sleep-" + secret;
        var sleeper = folder.resolve("tools").resolve(name);
        var sandbox = sandbox(
                wanted, "(setsid " + sleeper + " 1000 &) ; " + sleeper + " 1001 & " + sleeper + " 1002", sleeper);
        var run = ToolRun.reading(
                Program.FFMPEG, List.of(), input, RunLimits.quick(Duration.ofSeconds(1)), new Cancellation());
        assertThatThrownBy(() -> sandbox.run(run))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(Code.TIMED_OUT));
        assertThat(running(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("protections")
    void killsWhatAProgramLeavesRunning(Set<Protection> wanted) throws Exception {
        var name = "left-" + secret;
        var sleeper = folder.resolve("tools").resolve(name);
        var sandbox = sandbox(wanted, "(setsid " + sleeper + " 1000 >/dev/null 2>&1 &); exit 0", sleeper);
        assertThat(sandbox.run(reading()).succeeded()).isTrue();
        assertThat(running(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("protections")
    void stopsOnCancellation(Set<Protection> wanted) throws Exception {
        var name = "cancelled-" + secret;
        var sleeper = folder.resolve("tools").resolve(name);
        var cancellation = new Cancellation();
        var sandbox = sandbox(wanted, "echo started; " + sleeper + " 1000", sleeper);
        var run = ToolRun.reading(
                        Program.FFMPEG, List.of(), input, RunLimits.quick(Duration.ofSeconds(20)), cancellation)
                .tellingLines(_ -> cancellation.cancel());
        assertThatThrownBy(() -> sandbox.run(run))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
        assertThat(running(name)).isEmpty();
        assertThatThrownBy(() -> sandbox.run(run)).hasMessageContaining("before the start");
    }

    /** As the end of a session does with all that was started in it. */
    @ParameterizedTest
    @MethodSource("protections")
    void doesNotBlameTheFileForAProgramThatWasAskedToStop(Set<Protection> wanted) throws Exception {
        var result = sandbox(wanted, "kill -TERM $$; sleep 5").run(reading());
        assertThat(result.stoppedFromOutside()).isTrue();
        assertThat(result.failure("It").code()).isEqualTo(Code.TOOL_FAILED);
    }

    @ParameterizedTest
    @MethodSource("protections")
    void stopsAProgramThatFillsTheDisk(Set<Protection> wanted) throws Exception {
        var sandbox =
                sandbox(wanted, "while :; do head -c 100000 /dev/zero >> " + out.resolve("big") + " || exit 9; done");
        var limits = new RunLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1 << 20, 1 << 30, false);
        var run = ToolRun.writing(List.of(), input, out, limits, new Cancellation());
        try {
            assertThat(sandbox.run(run).succeeded()).isFalse();
        } catch (MediaException e) {
            assertThat(e.code()).isEqualTo(Code.TIMED_OUT);
        }
        assertThat(Files.size(out.resolve("big"))).isLessThan(2L << 30);
    }

    /** Many small files pass by the kernel's limit on one. */
    @ParameterizedTest
    @MethodSource("protections")
    void stopsAProgramThatFillsItsWorkingFolder(Set<Protection> wanted) throws Exception {
        var sandbox = sandbox(wanted, "i=0; while :; do i=$((i+1)); head -c 500000 /dev/zero > $i || exit 9; done");
        var limits = new RunLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1 << 20, 1 << 30, false);
        var run = ToolRun.reading(Program.FFMPEG, List.of(), input, limits, new Cancellation());
        assertThatThrownBy(() -> sandbox.run(run)).hasMessageContaining("writing");
        try (var left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("protections")
    void stopsAProgramThatForks(Set<Protection> wanted) throws Exception {
        var name = "forked-" + secret;
        var sleeper = folder.resolve("tools").resolve(name);
        var sandbox =
                sandbox(wanted, "i=0; while [ $i -lt 60 ]; do i=$((i+1)); " + sleeper + " 1000 & done; wait", sleeper);
        assertThatThrownBy(() -> sandbox.run(reading())).hasMessageContaining("more programs");
        assertThat(running(name)).isEmpty();
    }

    @Test
    void doesNotCountWhatLayInTheFolderBefore() throws Exception {
        Files.write(out.resolve("earlier"), new byte[3 << 20]);
        var sandbox = sandbox(Set.of(), "echo x > " + out.resolve("new") + "; sleep 0.5");
        var limits = new RunLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1 << 20, 1 << 30, false);
        assertThat(sandbox.run(ToolRun.writing(List.of(), input, out, limits, new Cancellation()))
                        .succeeded())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("protections")
    void boundsAndCleansMessages(Set<Protection> wanted) throws Exception {
        var sandbox = sandbox(
                wanted,
                "head -c 1000000 /dev/zero | tr '\\0' 'x' >&2; printf '\\033[31m " + input + " end\\n' >&2; exit 3");
        var result = sandbox.run(reading());
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stderr()).hasSizeLessThan(17_000).endsWith("?[31m input end\n");
    }

    @Test
    void showsTheProgramNothingButItsInput() throws Exception {
        var sandbox = sandbox(
                EnumSet.allOf(Protection.class),
                "cat " + input + "; cat " + folder.resolve("other") + " /etc/passwd; ls /home /root; echo hi > "
                        + folder.resolve("written") + "; echo bye >> " + input);
        org.junit.jupiter.api.Assumptions.assumeTrue(
                sandbox.protections().contains(Protection.NAMESPACES), "no bubblewrap here");
        var result = sandbox.run(reading());
        assertThat(result.stdout()).isEqualTo("the input");
        assertThat(folder.resolve("written")).doesNotExist();
        assertThat(Files.readString(input)).isEqualTo("the input");
    }

    @ParameterizedTest
    @MethodSource("protections")
    void whatWorksInTheBackgroundGivesWayToTheServerOnly(Set<Protection> wanted) throws Exception {
        var file = Path.of("/proc/self/autogroup");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(file), "this kernel has no groups of sessions");
        // Nothing stands there where the server is in the session of the machine's first process, which has no group.
        var server = Files.readString(file).strip();
        var sandbox = sandbox(wanted, "echo $(cat /proc/self/autogroup); cat /proc/self/stat");
        var limits = RunLimits.quick(Duration.ofSeconds(20));

        var foreground = sandbox.run(ToolRun.reading(Program.FFMPEG, List.of(), input, limits, new Cancellation()));
        int usual = niceness(Files.readString(Path.of("/proc/self/stat")));
        assertThat(niceness(foreground.stdout())).isEqualTo(usual);

        var background = sandbox.run(
                ToolRun.reading(Program.FFMPEG, List.of(), input, limits.inBackground(), new Cancellation()));
        var group = background.stdout().lines().findFirst().orElseThrow();
        if (sandbox.protections().contains(Protection.NAMESPACES)) {
            assertThat(foreground.stdout()).contains(" nice 0\n");
            assertThat(group).matches("/autogroup-\\d+ nice 5");
            assertThat(group.split(" ")[0]).isNotEqualTo(server.split(" ")[0]);
        } else {
            assertThat(group).isEqualTo(server);
        }
        int lower = sandbox.protections().contains(Protection.LOW_PRIORITY) ? 10 : 0;
        assertThat(niceness(background.stdout())).isEqualTo(Math.min(19, usual + lower));
        assertThat(Files.readString(file).strip()).isEqualTo(server);
    }

    /** The 19th field of proc_pid_stat(5). */
    private static int niceness(String stat) {
        var afterName = stat.substring(stat.lastIndexOf(')') + 2);
        return Integer.parseInt(afterName.split(" ")[16]);
    }

    @Test
    void stopsAProgramThatTakesTooMuchMemory() throws Exception {
        var limits = new RunLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1 << 20, 50 << 20, false);
        var sandbox = sandbox(Set.of(), "x=$(head -c 100000000 /dev/zero | tr '\\0' x); sleep 20");
        var run = ToolRun.reading(Program.FFMPEG, List.of(), input, limits, new Cancellation());
        assertThatThrownBy(() -> sandbox.run(run)).hasMessageContaining("memory");
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() throws Exception {
        var sandbox = sandbox(Set.of(), "sleep 1000");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sandbox.run(reading()))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
    }

    private ToolRun reading(String... arguments) {
        return ToolRun.reading(
                Program.FFMPEG, List.of(arguments), input, RunLimits.quick(Duration.ofSeconds(20)), new Cancellation());
    }

    /** A sandbox whose ffmpeg is {@code script}; {@code sleepers} are copies of sleep beside it. */
    private Sandbox sandbox(Set<Protection> wanted, String script, Path... sleepers) throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var program : List.of("sh", "cat", "head", "tr", "env", "ls", "setsid", "sleep")) {
            // In the sandbox the system's own programs are out of sight.
            Files.copy(Path.of("/usr/bin").resolve(program), tools.resolve(program));
        }
        for (var sleeper : sleepers) {
            Files.copy(Path.of("/bin/sleep"), sleeper);
        }
        for (var name : List.of("ffmpeg", "ffprobe")) {
            var body = "#!" + tools.resolve("sh") + "\nPATH=" + tools + "\n[ \"$2\" = -version ] && exit 0\n" + script
                    + "\n";
            Files.writeString(tools.resolve(name), body);
            Files.setPosixFilePermissions(tools.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        var fake = new FfmpegTools(tools.resolve("ffmpeg"), tools.resolve("ffprobe"), tools, "a script");
        return new Sandbox(fake, folder.resolve("scratch"), wanted);
    }

    /** Processes of a name, found as another process would find them. */
    private static List<ProcessHandle> running(String name) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains(name)
                        || process.info().commandLine().orElse("").contains(name))
                .toList();
    }
}
