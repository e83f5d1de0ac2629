package io.vidstead.media.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Fixtures;
import io.vidstead.media.MediaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FfmpegToolsTest {
    @TempDir
    private Path folder;

    @Test
    void unpacksOnceForAllWhoAskAtTheSameTime() throws Exception {
        Callable<FfmpegTools> unpack = () -> FfmpegTools.packaged(folder);
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var tools : threads.invokeAll(List.of(unpack, unpack, unpack))) {
                assertThat(tools.get().version()).startsWith("ffmpeg version");
            }
        }
        try (var children = Files.list(folder)) {
            assertThat(children).hasSize(1);
        }
    }

    @Test
    void repairsAHalfWrittenFolderAndRemovesAbandonedOnes() throws Exception {
        var good = Fixtures.tools().folder();
        var broken = Files.createDirectories(folder.resolve(good.getFileName()));
        Files.createFile(broken.resolve("ffmpeg"));
        var abandoned = Files.createDirectories(folder.resolve(".unpacking-1"));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(7200)));
        assertThat(FfmpegTools.packaged(folder).version()).startsWith("ffmpeg version");
        assertThat(abandoned).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void asksForNoLibraryThatServersLack() throws Exception {
        try (Stream<Path> files = Files.list(Fixtures.tools().folder())) {
            for (var file : files.toList()) {
                assertThat(ElfPatch.needed(file))
                        .as("%s", file.getFileName())
                        .isNotEmpty()
                        .noneMatch(name -> name.matches("lib(xcb|asound|pulse|X11).*"));
            }
        }
    }

    /** The loader finds the C and C++ libraries, as on every machine, and the tools' own, and no other. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void startsOnABareMachine() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(Wrapping.find("bwrap").isPresent(), "no bubblewrap here");
        var tools = Fixtures.tools();
        var command = new java.util.ArrayList<>(List.of(
                "bwrap",
                "--unshare-all",
                "--clearenv",
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--ro-bind",
                tools.folder().toString(),
                tools.folder().toString()));
        for (var name : List.of("libc.so.6", "libm.so.6", "libmvec.so.1", "libstdc++.so.6", "libgcc_s.so.1")) {
            var library = Path.of("/lib/x86_64-linux-gnu").resolve(name);
            org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(library), "another layout of libraries");
            command.addAll(List.of("--ro-bind", library.toRealPath().toString(), library.toString()));
        }
        var loader = "/lib64/ld-linux-x86-64.so.2";
        command.addAll(List.of("--ro-bind", Path.of(loader).toRealPath().toString(), loader, "--"));
        command.addAll(List.of(
                tools.ffmpeg().toString(), "-v", "error", "-f", "lavfi", "-i", "testsrc=d=0.1", "-f", "null", "-"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).isEmpty();
    }

    @Test
    void refusesWhatIsNoFfmpeg() throws Exception {
        assertThatThrownBy(() -> FfmpegTools.at(folder.resolve("ffmpeg"))).isInstanceOf(MediaException.class);
        Files.copy(Path.of("/bin/false"), folder.resolve("ffmpeg"));
        Files.copy(Path.of("/bin/false"), folder.resolve("ffprobe"));
        assertThatThrownBy(() -> FfmpegTools.at(folder.resolve("ffmpeg")))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("does not start");
    }

    @Test
    void takesAnInstalledFfmpegByItsPath() {
        assertThat(FfmpegTools.at(Fixtures.tools().ffmpeg()).version()).startsWith("ffmpeg version");
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        var text = Files.writeString(folder.resolve("text"), "no program ".repeat(10));
        assertThatThrownBy(() -> ElfPatch.needed(text)).hasMessageContaining("not a 64-bit");
    }
}
