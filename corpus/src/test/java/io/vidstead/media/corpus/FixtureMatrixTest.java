package io.vidstead.media.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.media.Fixtures;
import io.vidstead.media.corpus.Fixture.Way;
import io.vidstead.media.encode.Rung;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of file that people have, taken the way of an upload; what plays is looked at by a decoder. What was made stays in
 * {@code target/corpus/out}: browsers play it in web/e2e/fixtures.spec.ts.
 */
class FixtureMatrixTest {
    private static final Path FOLDER = Path.of("target", "corpus").toAbsolutePath();
    private static final Corpus CORPUS = new Corpus(Fixtures.tools(), FOLDER);

    /** How far sound and picture may be apart, in seconds; more is noticed. */
    private static final double LIP_SYNC = 0.045;

    private static ExecutorService workers;
    private static Map<Fixture, Future<Outcome>> outcomes;

    /** All of it at once, as many at a time as there are processors: most of the time goes into starting programs. */
    @BeforeAll
    static void begin() {
        workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        outcomes = CORPUS.fixtures().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        fixture -> workers.submit(() -> Outcome.of(
                                CORPUS.file(fixture.name()),
                                Fixtures.tools(),
                                Fixtures.sandbox(),
                                FOLDER.resolve("out").resolve(fixture.name())))));
    }

    @AfterAll
    static void end() {
        workers.shutdownNow();
    }

    static List<Fixture> fixtures() {
        return CORPUS.fixtures();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void becomesWhatIsExpected(Fixture fixture) throws Exception {
        switch (outcomes.get(fixture).get()) {
            case Outcome.Refused(var code) ->
                assertThat(code).isEqualTo(fixture.refused().orElse("a video"));
            case Outcome.Video video -> {
                assertThat(fixture.refused()).isEmpty();
                assertVideo(fixture, video);
            }
        }
    }

    private static void assertVideo(Fixture fixture, Outcome.Video video) {
        var info = video.info();
        assertThat(video.way()).isEqualTo(fixture.plays());
        assertThat(size(info.video().width(), info.video().height())).isEqualTo(fixture.size());
        assertThat(aspect(video.rung().width(), video.rung().height()))
                .isCloseTo(aspect(info.video().width(), info.video().height()), within(0.02));
        assertThat(info.seconds()).as("length").isCloseTo(fixture.seconds(), within(0.11));
        assertPlays(fixture, video, video.first());
        assertPlays(fixture, video, video.lowest());
        double period = 1 / video.rung().frameRate().perSecond();
        assertThat(video.lowest().start()).as("begin of the rung").isBetween(0.0, 0.001);
        var steps = video.lowest().steps();
        if (steps != null) {
            assertThat(steps[0]).as("least step").isCloseTo(period, within(0.001));
            assertThat(steps[1]).as("greatest step").isCloseTo(period, within(0.001));
        }
        var first = video.first().steps();
        if (first != null && fixture.evenFrames()) {
            assertThat(first[1]).as("greatest step of the first").isLessThan(2 * first[0] + 0.002);
        }
    }

    private static void assertPlays(Fixture fixture, Outcome.Video video, Decoded decoded) {
        assertThat(decoded.complaints()).isEmpty();
        assertThat(decoded.pictures()).isNotEmpty();
        if (!fixture.grey()) {
            assertThat(decoded.redCorner()).isEqualTo("upper left");
        }
        assertThat(decoded.soundStart().isPresent())
                .as("sound")
                .isEqualTo(video.info().hasAudio());
        decoded.soundStart()
                .ifPresent(start ->
                        assertThat(start).as("begin of the sound").isCloseTo(decoded.start(), within(LIP_SYNC)));
        double end = Math.max(decoded.start() + decoded.span(), decoded.soundEnd());
        assertThat(end - decoded.start()).as("what can be seen or heard").isCloseTo(fixture.seconds(), within(0.15));
    }

    @Test
    void theTableIsCurrent() throws Exception {
        var lines = new ArrayList<>(
                List.of("| file | what it is | read as | plays first | lowest rung |", "|---|---|---|---|---|"));
        for (var fixture : CORPUS.fixtures()) {
            lines.add("| `%s` | %s | %s |"
                    .formatted(
                            fixture.name(),
                            fixture.about(),
                            cells(outcomes.get(fixture).get())));
        }
        MediaPage.assertTable("fixtures", lines);
    }

    private static String cells(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var code) -> "refused: `" + code + "` | – | –";
            case Outcome.Video(var info, var way, var _, var rung, var lowest) ->
                "%s, %s, %s | %s | %s, %s frames a second, %d frames"
                        .formatted(
                                info.video().codec(),
                                size(info.video().width(), info.video().height()),
                                Decoded.seconds(info.seconds()),
                                way == Way.ENCODED ? "encoded" : way,
                                size(rung.width(), rung.height()),
                                rate(rung),
                                lowest.pictures().size());
        };
    }

    private static double aspect(int width, int height) {
        return (double) width / height;
    }

    private static String rate(Rung rung) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(rung.frameRate().perSecond());
    }

    private static String size(int width, int height) {
        return width + "x" + height;
    }
}
