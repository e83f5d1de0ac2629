package io.vidstead.media.tools;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.tools.ToolRun.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the media programs so that a crafted file can neither read, reach, exhaust nor outlive anything. Thread-safe; one
 * for the process. Which protections this machine offers is found once, on construction, and logged.
 *
 * <p>What holds on every machine: no shell, arguments by position, an empty environment, no standard input, a working
 * folder of its own that is deleted afterwards, a deadline, watched memory, output and number of processes, bounded
 * messages, and the end of the whole process tree with the run. The callers' arguments add the whitelists of formats and protocols.
 */
public final class Sandbox implements AutoCloseable {
    /** A protection that depends on the machine. */
    public enum Protection {
        /** Namespaces of its own: no network, no other files (bubblewrap). */
        NAMESPACES,
        /** Limits of the kernel on processor time and file size (prlimit). */
        RESOURCE_LIMITS,
        /** A lower scheduling priority for work in the background (nice). */
        LOW_PRIORITY,
        /** The program is killed when this process is (bubblewrap, or setpriv in its absence). */
        DIES_WITH_PARENT
    }

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final int MAX_STDOUT = 8 << 20;
    private static final int MAX_STDERR = 16 << 10;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final String MARK = "VIDSTEAD_RUN";

    /** Ffmpeg starts none; what confines it is a few. */
    private static final int MAX_PROCESSES = 24;

    private final FfmpegTools tools;
    private final Path scratch;
    private final EnumSet<Protection> protections = EnumSet.noneOf(Protection.class);

    /**
     * Starts all processes. The kernel's "die with the parent" means the parent <em>thread</em>, and the carrier of a virtual
     * thread may end at any time; this one lives as long as the sandbox.
     */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tool-starter").factory());

    /**
     * @param tools the programs to run
     * @param scratch a folder for working files, made when absent; each run gets and loses a folder of its own in it
     */
    public Sandbox(FfmpegTools tools, Path scratch) {
        this(tools, scratch, EnumSet.allOf(Protection.class));
    }

    /** @param wanted the protections to use where they work; fewer than all is for tests and for finding faults */
    public Sandbox(FfmpegTools tools, Path scratch, Set<Protection> wanted) {
        this.tools = tools;
        this.scratch = scratch.toAbsolutePath().normalize();
        emptyScratch();
        var present = EnumSet.noneOf(Protection.class);
        wanted.stream().filter(Sandbox::isPresent).forEach(present::add);
        // Nearly always all work together, which one trial shows.
        if (works(present)) {
            protections.addAll(present);
        } else {
            present.stream().filter(one -> works(EnumSet.of(one))).forEach(protections::add);
        }
        report(wanted);
    }

    public Set<Protection> protections() {
        return EnumSet.copyOf(protections);
    }

    /**
     * Runs to the end. An exit code other than 0 is a result, not an exception.
     *
     * @throws MediaException {@code TIMED_OUT} when a limit was passed, {@code CANCELLED}, or {@code TOOL_FAILED} when the
     *     program could not be started; nothing of the run lives on in any case
     */
    public ToolResult run(ToolRun run) {
        return run(run, protections);
    }

    private ToolResult run(ToolRun run, Set<Protection> with) {
        if (run.cancellation().isCancelled()) {
            throw new MediaException(Code.CANCELLED, "Cancelled before the start");
        }
        var id = UUID.randomUUID().toString();
        var mark = MARK + "=" + id;
        var folder = scratch.resolve(id);
        try {
            Files.createDirectory(folder);
            var process = start(new Wrapping(tools, with).command(run, folder, mark), folder, mark);
            var tree = new ProcessTree(process, mark, with.contains(Protection.NAMESPACES));
            try {
                return await(run, process, tree, folder);
            } finally {
                if (process.isAlive()) {
                    tree.kill();
                } else {
                    tree.killOrphans();
                }
            }
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Could not start " + run.program(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(Code.CANCELLED, "Interrupted", e);
        } finally {
            run.cancellation().onCancel(() -> {});
            Folders.delete(folder);
        }
    }

    private Process start(List<String> command, Path folder, String mark) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().put(MARK, mark.substring(MARK.length() + 1));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return starter.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException("Could not start " + command.getFirst(), e.getCause());
        }
    }

    private ToolResult await(ToolRun run, Process process, ProcessTree tree, Path folder) throws InterruptedException {
        var lines = run.lines();
        var stdout = lines == null
                ? Output.first(process.getInputStream(), MAX_STDOUT)
                : Output.lines(process.getInputStream(), MAX_STDERR, lines);
        var stderr = Output.last(process.getErrorStream(), MAX_STDERR);
        var wakeUp = new CompletableFuture<Void>();
        run.cancellation().onCancel(() -> wakeUp.complete(null));
        var ended = CompletableFuture.anyOf(process.onExit(), wakeUp);
        long deadline = System.nanoTime() + run.limits().wall().toNanos();
        long maxOutput = writtenBytes(run, folder) + run.limits().outputBytes();
        while (!finished(ended)) {
            if (deadline - System.nanoTime() < 0) {
                throw new MediaException(
                        Code.TIMED_OUT, "Killed after " + run.limits().wall().toSeconds() + " s");
            }
            requireWithinLimits(run, maxOutput, tree, folder);
        }
        if (run.cancellation().isCancelled()) {
            throw new MediaException(Code.CANCELLED, "Cancelled");
        }
        return new ToolResult(
                process.exitValue(), lines == null ? stdout.text() : "", printable(stderr.text(), run.input()));
    }

    private static boolean finished(CompletableFuture<?> ended) throws InterruptedException {
        try {
            ended.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What lies in both folders that the program may write to. */
    private static long writtenBytes(ToolRun run, Path folder) {
        var output = run.outputFolder();
        return Folders.size(folder) + (output == null ? 0 : Folders.size(output));
    }

    private static void requireWithinLimits(ToolRun run, long maxOutput, ProcessTree tree, Path folder) {
        if (writtenBytes(run, folder) > maxOutput) {
            throw new MediaException(Code.TIMED_OUT, "Killed for writing more than it may");
        }
        var usage = tree.usage();
        if (usage.residentBytes() > run.limits().memoryBytes()) {
            throw new MediaException(Code.TIMED_OUT, "Killed for using more memory than it may");
        }
        if (usage.processes() > MAX_PROCESSES) {
            throw new MediaException(Code.TIMED_OUT, "Killed for starting more programs than it may");
        }
    }

    /** Takes away what a file could have put into the messages: control characters and our own paths. */
    private static String printable(String text, Path input) {
        return text.replace(input.toString(), "input").replaceAll("[^\\n\\x20-\\x7e]", "?");
    }

    private void emptyScratch() {
        try {
            Files.createDirectories(scratch);
        } catch (IOException e) {
            throw new MediaException(Code.TOOLS_UNAVAILABLE, "Cannot write to " + scratch, e);
        }
    }

    private static boolean isPresent(Protection protection) {
        var program = switch (protection) {
            case NAMESPACES -> "bwrap";
            case RESOURCE_LIMITS -> "prlimit";
            case LOW_PRIORITY -> "nice";
            case DIES_WITH_PARENT -> "setpriv";
        };
        return Wrapping.find(program).isPresent();
    }

    private boolean works(EnumSet<Protection> together) {
        var trial = ToolRun.reading(
                Program.FFPROBE,
                List.of("-hide_banner", "-version"),
                tools.ffprobe(),
                RunLimits.quick(Duration.ofSeconds(10)).inBackground(),
                new Cancellation());
        try {
            return run(trial, together).succeeded();
        } catch (MediaException e) {
            log.debug("{} cannot be had here", together, e);
            return false;
        }
    }

    private void report(Set<Protection> wanted) {
        var missing = EnumSet.complementOf(protections);
        missing.retainAll(wanted);
        log.info("Media sandbox: {} with {}", tools.version(), protections);
        if (missing.contains(Protection.NAMESPACES)) {
            log.warn(
                    "Media programs run without namespaces of their own: install bubblewrap, or allow user namespaces");
        }
        if (missing.contains(Protection.RESOURCE_LIMITS)) {
            log.warn("Media programs run without limits of the kernel: install util-linux for prlimit");
        }
    }

    /** Ends the thread that starts processes; running ones end with it where the machine offers that. */
    @Override
    public void close() {
        starter.shutdownNow();
    }
}
