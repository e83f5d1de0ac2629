package io.vidstead.media.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTextsTest {
    private static final String SRT = """
            1
            00:00:01,000 --> 00:00:02,000
            <i>Hello</i> <script>alert(1)</script> & <font color="red">you</font>

            2
            00:00:02,500 --> 00:00:03,500
            Second --> line
            """;

    @TempDir
    private Path out;

    private final EmbeddedTexts texts = new EmbeddedTexts(Fixtures.sandbox());

    private static Path withSubtitles(String name, String codec, String... more) {
        var srt = Fixtures.file("words.srt", SRT.getBytes(StandardCharsets.UTF_8));
        var notes = Fixtures.file("notes.txt", """
                ;FFMETADATA1
                [CHAPTER]
                TIMEBASE=1/1000
                START=0
                END=3000
                title=One <b>&
                [CHAPTER]
                TIMEBASE=1/1000
                START=3000
                END=8000
                title=Two\u202e
                """.getBytes(StandardCharsets.UTF_8));
        var arguments = new ArrayList<>(List.of(
                "-i",
                Fixtures.clip().toString(),
                "-i",
                srt.toString(),
                "-i",
                notes.toString(),
                "-map",
                "0:v",
                "-map",
                "1:0",
                "-map_metadata",
                "2",
                "-map_chapters",
                "2",
                "-c:v",
                "copy",
                "-c:s",
                codec,
                "-metadata:s:s:0",
                "language=ger",
                "-metadata:s:s:0",
                "title=-Kommentar \u202e<x>"));
        arguments.addAll(List.of(more));
        return Fixtures.made(name, arguments);
    }

    @ParameterizedTest
    @CsvSource({"words.mp4, mov_text", "words.mkv, srt", "words-ass.mkv, ass", "words-vtt.mkv, webvtt"})
    void chaptersAndWordsComeOutWithoutMarkup(String name, String codec) throws Exception {
        var file = withSubtitles(name, codec);
        var info = Fixtures.info(file);
        var found = texts.find(file, info, new Cancellation());
        assertThat(found.chapters())
                .containsExactly(new Chapter(Duration.ZERO, "One <b>&"), new Chapter(Duration.ofSeconds(3), "Two"));
        assertThat(found.bitmaps()).isZero();
        assertThat(found.subtitles()).singleElement().satisfies(stream -> {
            assertThat(stream.language()).isEqualTo("ger");
            if (!name.endsWith("mp4")) {
                assertThat(stream.title()).isEqualTo("-Kommentar <x>");
            }
        });
        var captions = texts.extract(file, info, found.subtitles(), out, new Cancellation());
        assertThat(captions).hasSize(1);
        var vtt = Files.readString(captions.getFirst().file());
        assertThat(vtt)
                .startsWith("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n")
                .contains("Hello", "alert(1)", "you", "\n\n00:00:02.500 --> 00:00:03.500\nSecond --&gt; line\n")
                .doesNotContain("<script", "<font", "{\\");
    }

    @Test
    void aFileWithoutWordsHasNone() {
        var file = Fixtures.clip();
        var info = Fixtures.info(file);
        assertThat(texts.find(file, info, new Cancellation())).isEqualTo(EmbeddedText.NONE);
        assertThat(texts.extract(file, info, List.of(), out, new Cancellation()))
                .isEmpty();
    }

    @Test
    void picturesOfWordsAreCountedAndLeftOut() {
        var file = Fixtures.made(
                "bitmaps.mkv",
                List.of(
                        "-i",
                        Fixtures.clip().toString(),
                        "-f",
                        "lavfi",
                        "-i",
                        "color=white:s=64x64:r=1:d=1",
                        "-map",
                        "0:v",
                        "-c:v",
                        "copy"));
        assertThat(texts.find(file, Fixtures.info(file), new Cancellation()).bitmaps())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "<b>bold | <b>bold</b>",
                "<b><i>x</b>y</i> | <b><i>x</i></b>y",
                "<B.loud onclick=x>a</B> | <b>a</b>",
                "<v Fred>Hi</v> <c.red>you</c> | Hi you",
                "<ruby>a<rt>b</rt></ruby> | ab",
                "<00:00:01.000>late | late",
                "<script>x</script> | x",
                "<<b>script>x | &lt;<b>script&gt;x</b>",
                "a < b > c & d | a &lt; b &gt; c &amp; d",
                "1 < 2 | 1 &lt; 2",
                "&lt;script&gt; | &lt;script&gt;",
                "&amp;lt; | &amp;lt;",
                "{\\an8}up | up",
                "a --> b | a --&gt; b",
                "\u202Eabc\u0007 | abc",
            })
    void wordsOfACueAreText(String raw, String clean) {
        assertThat(CueText.of(raw).replaceAll(" +", " ")).isEqualTo(clean);
    }

    @Test
    void settingsStylesAndNotesGo() {
        var clean = CaptionCues.clean("""
                WEBVTT

                STYLE
                ::cue { background: url(http://127.0.0.1/) }

                REGION
                id:x

                NOTE hidden

                name
                00:01.000 --> 00:02.000 position:10% line:-1 region:x
                Words

                00:03.000 --> 00:02.000
                backwards

                00:04.000 --> 00:05.000
                <script></script>
                """).orElseThrow();
        assertThat(clean).isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWords\n");
        assertThat(CaptionCues.clean("")).isEmpty();
        assertThat(CaptionCues.clean("WEBVTT\n\n1:2:3 --> x\ny")).isEmpty();
    }

    @Test
    void chaptersOfAContainerAreMadeSound() {
        var found = List.of(
                chapter(5, "b"),
                chapter(1, "a"),
                chapter(5.5, "too short"),
                chapter(99, "behind the end"),
                chapter(8, "c"));
        assertThat(Chapter.ordered(found, Duration.ofSeconds(60)))
                .containsExactly(chapter(0, "a"), chapter(5, "b"), chapter(8, "c"));
        assertThat(Chapter.ordered(found.subList(0, 1), Duration.ofSeconds(60))).isEmpty();
        assertThat(Chapter.toWebVtt(List.of(chapter(0, "a<b"), chapter(5, "c")), Duration.ofSeconds(9)))
                .isEqualTo("""
                        WEBVTT

                        00:00:00.000 --> 00:00:05.000
                        a&lt;b

                        00:00:05.000 --> 00:00:09.000
                        c
                        """);
    }

    private static Chapter chapter(double seconds, String title) {
        return new Chapter(Duration.ofMillis((long) (seconds * 1000)), title);
    }
}
