package io.vidstead.media.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.Sandbox.Protection;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.ToolRun.Program;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is read, nothing is contacted, nothing is left behind, and each file is refused for what it is, or plays. */
@Timeout(60)
class HostileCorpusTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String WORDS = "secret-" + UUID.randomUUID();
    private static final Set<String> POINTING = Set.of("playlist", "image", "not_a_video");
    private static final Trap TRAP = new Trap();
    private static final Corpus CORPUS = new Corpus(Fixtures.tools(), Path.of("target", "corpus"));

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static HostileFiles files() throws Exception {
        return new HostileFiles(CORPUS, Files.writeString(shared.resolve("secret.ts"), WORDS), TRAP.address());
    }

    static List<HostileFile> all() throws Exception {
        return files().all();
    }

    @AfterEach
    void nothingWasContacted() {
        assertThat(TRAP.visits()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedForWhatItIsOrPlays(HostileFile hostile) throws Exception {
        var file = Files.write(folder.resolve(hostile.name()), hostile.maker().content());
        long begun = System.nanoTime();
        var result = Fixtures.prober().probe(file);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        assertThat(code(result)).isEqualTo(hostile.expected());
        assertThat(result.toString()).doesNotContain(WORDS, "script", "..", folder.toString());
        if (result instanceof ProbeResult.Accepted) {
            assertPlaysAndSaysNothing(file);
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .contains(hostile.name())
                    .hasSizeLessThan(4);
        }
    }

    private void assertPlaysAndSaysNothing(Path file) throws Exception {
        var out = folder.resolve("out");
        var outcome = Outcome.of(file, Fixtures.tools(), Fixtures.sandbox(), out);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Video.class, video -> {
            assertThat(video.lowest().pictures()).isNotEmpty();
            assertThat(video.info().seconds()).isLessThan(10);
        });
        try (var found = Files.walk(out)) {
            var published = found.filter(Files::isRegularFile)
                    .filter(made -> !made.equals(out.resolve("original")))
                    .toList();
            assertThat(published).isNotEmpty();
            for (var made : published) {
                assertThat(Files.readString(made, StandardCharsets.ISO_8859_1))
                        .doesNotContain("<script", "passwd", WORDS);
            }
        }
    }

    /** The list of formats holds alone, without the look at the first bytes and without namespaces. */
    @Test
    void ffmpegItselfOpensNothingThatPointsElsewhere() throws Exception {
        try (var sandbox = new Sandbox(Fixtures.tools(), folder.resolve("scratch"), EnumSet.noneOf(Protection.class))) {
            for (var hostile : all()) {
                if (!POINTING.contains(hostile.expected())) {
                    continue;
                }
                var file = Files.write(folder.resolve("input"), hostile.maker().content());
                var arguments = new ArrayList<>(List.of("-v", "error", "-show_packets"));
                arguments.addAll(UntrustedInput.arguments(file));
                var result = sandbox.run(
                        ToolRun.reading(Program.FFPROBE, arguments, file, RunLimits.quick(SOON), new Cancellation()));
                assertThat(result.stdout()).as(hostile.name()).doesNotContain("[PACKET]");
            }
        }
    }

    private static String code(ProbeResult result) {
        return switch (result) {
            case ProbeResult.Accepted _ -> HostileFile.PLAYS;
            case ProbeResult.Refused refused -> refused.code();
        };
    }

    @Test
    void theTableIsCurrent() throws Exception {
        var lines = new ArrayList<>(List.of("| what it tries | what becomes of it |", "|---|---|"));
        for (var hostile : all()) {
            lines.add("| %s | %s |"
                    .formatted(
                            hostile.about(),
                            hostile.expected().equals(HostileFile.PLAYS) ? "plays" : "`" + hostile.expected() + "`"));
        }
        MediaPage.assertTable("hostile", lines);
    }
}
