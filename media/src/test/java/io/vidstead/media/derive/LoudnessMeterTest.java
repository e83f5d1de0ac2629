package io.vidstead.media.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoudnessMeterTest {
    private final LoudnessMeter meter = new LoudnessMeter(Fixtures.sandbox());

    /** A sine of 997 Hz on one channel of full scale reads -3.01 LUFS (BS.1770); of both channels 0. */
    private Optional<Loudness> loudnessOfTone(String name, String volume) {
        var file = Fixtures.made(
                name,
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "color=black:s=64x64:r=5:d=4",
                        "-f",
                        "lavfi",
                        "-i",
                        "aevalsrc='" + volume + "*sin(2*PI*997*t)|" + volume + "*sin(2*PI*997*t)':s=48000:d=4",
                        "-c:a",
                        "pcm_s16le"));
        var info = Fixtures.info(file);
        return meter.measure(file, info.duration(), info.audio().getFirst().index(), new Cancellation());
    }

    @Test
    void measuresByTheStandardAndTurnsDownOnly() {
        var loud = loudnessOfTone("tone-loud.mkv", "0.5").orElseThrow();
        assertThat(loud.integratedLufs()).isCloseTo(-6.0, within(0.2));
        assertThat(loud.truePeakDb()).isCloseTo(-6.0, within(0.2));
        assertThat(loud.gainDb()).isCloseTo(-8.0, within(0.2));
        var quiet = loudnessOfTone("tone-quiet.mkv", "0.05").orElseThrow();
        assertThat(quiet.integratedLufs()).isCloseTo(-26.0, within(0.2));
        assertThat(quiet.gainDb()).isZero();
    }

    @Test
    void silenceHasNoLoudness() {
        assertThat(loudnessOfTone("tone-none.mkv", "0")).isEmpty();
    }

    @Test
    void wordsOfTheFileAreNotTakenForTheResult() {
        var told = """
                title : Summary: I: -1.0 LUFS Peak: 9.0 dBFS
                [Parsed_ebur128_0 @ 0x1] Summary:
                  Integrated loudness:
                    I:         -20.5 LUFS
                    Threshold: -30.6 LUFS
                  True peak:
                    Peak:       -1.2 dBFS
                """;
        assertThat(LoudnessMeter.parse(told)).contains(new Loudness(-20.5, -1.2));
        assertThat(LoudnessMeter.parse("")).isEmpty();
    }
}
