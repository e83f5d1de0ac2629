package io.vidstead.media.tools;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A started process and everything that came of it, even what has detached itself from its parent. In a namespace of process
 * ids all stay children of its first process and end with it, by the kernel. On Linux, descendants are also known by a mark in
 * their environment, for which the processes of the machine are looked through: in a namespace only those with higher ids, which
 * misses none until ids begin anew, and then the kernel ends it.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final int ROUNDS = 50;
    private static final int LOOKS = 5;
    private static final long LOOK_AGAIN_NANOS = 2_000_000;
    private static final long KERNEL = 2;
    private static final int MAX_ENVIRONMENT = 64 << 10;

    private final Process root;
    private final String mark;
    private final boolean confined;

    /**
     * @param mark a {@code NAME=value} of the root's environment that no other process has
     * @param confined whether the root keeps a namespace of process ids, which ends with it
     */
    ProcessTree(Process root, String mark, boolean confined) {
        this.root = root;
        this.mark = mark;
        this.confined = confined;
    }

    /** Kills until nothing is left. */
    void kill() {
        for (int round = 0; round < ROUNDS; round++) {
            var living = living();
            if (living.isEmpty()) {
                return;
            }
            living.forEach(ProcessHandle::destroyForcibly);
            living.forEach(ProcessTree::awaitEnd);
        }
    }

    /** Kills what the root has left behind after its own end. */
    void killOrphans() {
        for (int look = 0; look < LOOKS; look++) {
            var scan = scan();
            if (!scan.marked().isEmpty()) {
                kill();
            } else if (!scan.uncertain()) {
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /**
     * What the whole tree uses at the moment.
     *
     * @param residentBytes memory; 0 where the system does not tell
     */
    record Usage(int processes, long residentBytes) {}

    Usage usage() {
        var all = members();
        return new Usage(
                all.size(), all.stream().mapToLong(ProcessTree::residentBytes).sum());
    }

    /** Also what is left of a namespace for a moment when its first process was killed. */
    private Set<ProcessHandle> living() {
        var all = members();
        if (confined) {
            all.addAll(scan().marked());
        }
        return all;
    }

    private Set<ProcessHandle> members() {
        Set<ProcessHandle> all = new HashSet<>();
        if (!confined || !addChildren(root.pid(), all)) {
            all.addAll(scan().marked());
            root.descendants().forEach(all::add);
        }
        all.add(root.toHandle());
        all.removeIf(Predicate.not(ProcessHandle::isAlive));
        return all;
    }

    /**
     * Adds what the threads of a process started, and what that started.
     *
     * @return false where the kernel does not tell (CONFIG_PROC_CHILDREN)
     */
    private static boolean addChildren(long pid, Set<ProcessHandle> all) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
            for (var thread : threads) {
                for (long child : children(thread)) {
                    ProcessHandle.of(child).ifPresent(all::add);
                    addChildren(child, all);
                }
            }
            return true;
        } catch (IOException | DirectoryIteratorException _) {
            return !Files.exists(PROC.resolve(Long.toString(pid)));
        }
    }

    private static long[] children(Path thread) throws IOException {
        try {
            return Stream.of(Files.readString(thread.resolve("children")).split(" "))
                    .filter(Predicate.not(String::isBlank))
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (IOException e) {
            if (Files.exists(thread)) {
                throw e;
            }
            return new long[0]; // it has just ended
        }
    }

    /**
     * What a look at all processes gave.
     *
     * @param uncertain whether one showed no environment, as in the moment in which it becomes another program
     */
    private record Scan(List<ProcessHandle> marked, boolean uncertain) {}

    private Scan scan() {
        var found = new ArrayList<ProcessHandle>();
        boolean uncertain = false;
        if (!Files.isDirectory(PROC)) {
            return new Scan(found, false);
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC)) {
            for (var folder : folders) {
                var name = folder.getFileName().toString();
                if (!Character.isDigit(name.charAt(0))) {
                    continue;
                }
                long pid = Long.parseLong(name);
                if (confined && pid <= root.pid()) {
                    continue;
                }
                var environment = environment(folder);
                if (environment.contains(mark)) {
                    ProcessHandle.of(pid).ifPresent(found::add);
                } else if (environment.isEmpty()) {
                    uncertain |=
                            ProcessHandle.of(pid).filter(ProcessTree::isProgram).isPresent();
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return new Scan(found, true);
        }
        return new Scan(found, uncertain);
    }

    /** Whether the process is none of the kernel's own threads, which are children of process 2. */
    private static boolean isProgram(ProcessHandle process) {
        return process.pid() != KERNEL
                && process.parent().map(ProcessHandle::pid).orElse(0L) != KERNEL;
    }

    private static String environment(Path process) {
        try (var in = Files.newInputStream(process.resolve("environ"))) {
            return new String(in.readNBytes(MAX_ENVIRONMENT), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    private static long residentBytes(ProcessHandle process) {
        try (var lines = Files.lines(PROC.resolve(Long.toString(process.pid())).resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException _) {
            return 0;
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        CompletableFuture<ProcessHandle> end;
        try {
            end = process.onExit();
            end.get(100, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // The next round looks again.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
