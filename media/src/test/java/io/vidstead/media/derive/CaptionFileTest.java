package io.vidstead.media.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.derive.CaptionFile.Result;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionFileTest {
    private static final String SRT = """
            1
            00:00:01,000 --> 00:00:02,500
            Grüße aus <i>Köln</i> – “schön”

            2
            00:00:03,000 --> 00:00:04,000
            Zwei
            Zeilen
            """;

    private static List<Cue> cues(byte[] file) {
        assertThat(CaptionFile.read(file)).isInstanceOf(Result.Read.class);
        return ((Result.Read) CaptionFile.read(file)).cues();
    }

    private static Result refused(String file) {
        return CaptionFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void theWordsArriveWhateverTheEncoding(String charset) {
        byte[] plain = SRT.getBytes(Charset.forName(charset));
        byte[] marked = ("\ufeff" + SRT).getBytes(Charset.forName(charset));
        byte[] dos = SRT.replace("\n", "\r\n").getBytes(Charset.forName(charset));
        for (byte[] file : charset.startsWith("UTF") ? List.of(plain, marked, dos) : List.of(plain, dos)) {
            assertThat(cues(file))
                    .satisfiesExactly(
                            first -> {
                                assertThat(first.from()).isEqualTo(Duration.ofMillis(1000));
                                assertThat(first.to()).isEqualTo(Duration.ofMillis(2500));
                                assertThat(first.text()).isEqualTo("Grüße aus <i>Köln</i> – “schön”");
                                assertThat(first.plain()).isEqualTo("Grüße aus Köln – “schön”");
                            },
                            second -> assertThat(second.text()).isEqualTo("Zwei\nZeilen"));
        }
    }

    @Test
    void webVttKeepsItsCuesAndNothingElse() {
        var cues = cues("""
                WEBVTT - a title
                X-TIMESTAMP-MAP=LOCAL:0

                STYLE
                ::cue { color: red }

                NOTE a note
                over two lines

                intro
                01:02.000 --> 01:03.000 align:start
                Late

                00:01.000 --> 00:02.000
                Early <c.red>and</c> red
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(cues).extracting(Cue::text).containsExactly("Early and red", "Late");
        assertThat(CaptionFile.parse(CaptionFile.write(cues))).isEqualTo(cues);
    }

    @ParameterizedTest
    @CsvSource({
        "'1\n00:00:01,000 -> 00:00:02,000\nx', NO_TIMES, 1",
        "'1\n00:00:01,000 --> 00:00:02,000\nx\n\nlost words\n', NO_TIMES, 5",
        "'1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:61,000 --> 00:01:02,000\ny', BAD_TIMES, 6",
        "'WEBVTT\n\n00:05.000 --> 00:04.000\nx', BACKWARDS, 3",
        "'WEBVTT\n\nNOTE nothing here', NO_CAPTIONS, 0",
        "'', NO_CAPTIONS, 0",
        "'A letter, not captions.', NO_TIMES, 1",
    })
    void whatIsWrongIsToldWithItsLine(String file, CaptionFault fault, int line) {
        assertThat(refused(file)).isEqualTo(new Result.Refused(fault, line));
    }

    @Test
    void sizesAreBounded() {
        var longest = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "x".repeat(1000);
        assertThat(refused(longest)).isInstanceOf(Result.Read.class);
        assertThat(refused(longest + "x")).isEqualTo(new Result.Refused(CaptionFault.TOO_LONG, 4));
        var many = "WEBVTT\n" + "\n00:01.000 --> 00:02.000\nx\n".repeat(CaptionFile.MAX_CUES);
        assertThat(refused(many)).isInstanceOf(Result.Read.class);
        assertThat(refused(many + "\n00:01.000 --> 00:02.000\nx\n"))
                .isEqualTo(new Result.Refused(CaptionFault.TOO_MANY, 2 + 3 * CaptionFile.MAX_CUES + 1));
    }

    @Test
    void otherFilesAreNoText() {
        byte[] noise = new byte[4000];
        new Random(1).nextBytes(noise);
        assertThat(CaptionFile.read(noise)).isEqualTo(new Result.Refused(CaptionFault.NO_TEXT_FILE, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "<i>5 < 6</i> & so on",
                "Tom & Jerry > others",
                "&lt;i&gt; is a tag",
                "&amp;lt; is an entity",
                "a --> b",
                "<b>bold <i>both</i></b>",
                "<u>never closed",
                "<script>x</script>",
            })
    void wordsToEditAreReadAsTheSame(String written) {
        var cue = CaptionFile.of(Duration.ZERO, Duration.ofSeconds(1), written).orElseThrow();
        assertThat(CaptionFile.of(cue.from(), cue.to(), cue.editable())).contains(cue);
        assertThat(cue.plain()).doesNotContain("<i>5", "<script", "</");
    }

    @Test
    void wordsThatCannotBeMarkupAreShownAsPeopleWriteThem() {
        var cue = CaptionFile.of(Duration.ZERO, Duration.ofSeconds(1), "<i>5 < 6</i> & \"so\"\n\n on")
                .orElseThrow();
        assertThat(cue.text()).isEqualTo("<i>5 &lt; 6</i> &amp; \"so\"\non");
        assertThat(cue.editable()).isEqualTo("<i>5 < 6</i> & \"so\"\non");
        assertThat(cue.plain()).isEqualTo("5 < 6 & \"so\"\non");
        assertThat(CaptionFile.of(Duration.ZERO, Duration.ofSeconds(1), " <i> </i> "))
                .isEmpty();
    }

    @Test
    void noFileBreaksTheReader() {
        var random = new Random(7);
        var parts =
                List.of("WEBVTT", "\n", "\r", "00:01.000 --> 00:02.000", "-->", "<", "<i", "&", "\0", "1", "é", "NOTE");
        for (int round = 0; round < 2000; round++) {
            var file = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                file.append(parts.get(random.nextInt(parts.size())));
            }
            if (refused(file.toString()) instanceof Result.Read(var cues)) {
                assertThat(CaptionFile.parse(CaptionFile.write(cues))).isEqualTo(new ArrayList<>(cues));
            }
        }
    }
}
