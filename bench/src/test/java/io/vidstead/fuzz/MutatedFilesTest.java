package io.vidstead.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.fuzz.Fuzzing.Fate;
import io.vidstead.fuzz.Fuzzing.Result;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred of the files of which the bench takes thousands. */
class MutatedFilesTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @Test
    void nothingBreaksButTheFile() throws Exception {
        var tools = FfmpegTools.packaged(Path.of("target", "tools"));
        var results = Collections.synchronizedList(new ArrayList<Result>());
        try (var sandbox = new Sandbox(tools, folder.resolve("scratch"));
                var workers = Executors.newFixedThreadPool(2)) {
            var fuzzing = new Fuzzing(sandbox, tools.ffmpeg(), folder);
            var halves = List.of(
                    workers.submit(() -> fuzzing.run(1, 50, results::add)),
                    workers.submit(() -> fuzzing.run(51, 50, results::add)));
            for (var half : halves) {
                half.get();
            }
        }
        assertThat(results).hasSize(100).allSatisfy(result -> {
            assertThat(result.finding()).isEmpty();
            assertThat(result.fate()).isNotIn(Fate.BROKEN, Fate.LIMITED);
            assertThat(result.time()).isLessThan(SOON);
        });
        assertThat(results.stream().map(Result::fate).distinct()).contains(Fate.PLAYS, Fate.REFUSED);
    }

    @Test
    void aNumberAlwaysGivesTheSameDamage() {
        byte[] whole = new byte[10_000];
        for (long seed : List.of(1L, 2L, 3L)) {
            assertThat(new Mutator(seed).damage(whole)).isEqualTo(new Mutator(seed).damage(whole));
        }
    }
}
