package io.vidstead.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.FrameRate;
import io.vidstead.media.Progress;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderEncoder;
import io.vidstead.media.encode.LadderProfile;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.encode.Rendition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ManifestsTest {
    @Test
    void writesAMasterPlaylist() {
        assertThat(HlsManifests.master(tracks())).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="audio",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=20000,AVERAGE-BANDWIDTH=19200,CODECS="avc1.640028,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970,AUDIO="audio",CLOSED-CAPTIONS=NONE
                720p.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=20000,AVERAGE-BANDWIDTH=19200,CODECS="avc1.640028,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970,AUDIO="audio",CLOSED-CAPTIONS=NONE
                source.m3u8
                """);
    }

    @Test
    void listsSoundAloneAsVariants() {
        assertThat(HlsManifests.master(tracks().subList(2, 3)))
                .contains("CODECS=\"mp4a.40.2\",CLOSED-CAPTIONS=NONE\naudio.m3u8\n")
                .doesNotContain("EXT-X-MEDIA", "RESOLUTION", "FRAME-RATE");
    }

    @Test
    void writesAMediaPlaylistOfByteRanges() {
        assertThat(HlsManifests.media("720p-abc.mp4", tracks().getFirst().index()))
                .isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-TARGETDURATION:4
                        #EXT-X-MEDIA-SEQUENCE:0
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXT-X-MAP:URI="720p-abc.mp4",BYTERANGE="800@0"
                        #EXTINF:4.000000,
                        #EXT-X-BYTERANGE:5100@800
                        720p-abc.mp4
                        #EXTINF:1.000000,
                        #EXT-X-BYTERANGE:1000@5900
                        720p-abc.mp4
                        #EXT-X-ENDLIST
                        """);
    }

    @Test
    void refusesNamesThatWouldBreakOut() {
        for (var name : List.of("a\"b", "a\nb", "")) {
            assertThatThrownBy(
                            () -> HlsManifests.media(name, tracks().getFirst().index()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var odd = new ManifestTrack("<&\">", "a&b.mp4", "x", tracks().getFirst().index(), false);
        assertThat(evaluate(xml(DashManifest.render(List.of(odd))), "//Representation/@id"))
                .isEqualTo("<&\">");
    }

    @Test
    void writesADashManifest() {
        var xml = xml(DashManifest.render(tracks()));
        assertThat(evaluate(xml, "count(//AdaptationSet)")).isEqualTo("3");
        assertThat(evaluate(xml, "/MPD/@mediaPresentationDuration")).isEqualTo("PT5.000S");
        assertThat(evaluate(xml, "//AdaptationSet[1]/Representation/@id")).isEqualTo("720p");
        assertThat(evaluate(xml, "//AdaptationSet[2]/Representation/@id")).isEqualTo("source");
        assertThat(evaluate(xml, "//Representation[@id='720p']/@frameRate")).isEqualTo("30000/1001");
        assertThat(evaluate(xml, "//Representation[@id='720p']//@indexRange")).isEqualTo("800-899");
        assertThat(evaluate(xml, "//Representation[@id='720p']//Initialization/@range"))
                .isEqualTo("0-799");
        assertThat(evaluate(xml, "//Representation[@id='audio']/@audioSamplingRate"))
                .isEqualTo("48000");
    }

    /** An independent reader, ffmpeg's, plays what the manifests list. */
    @Test
    void arePlayedByAnotherReader(@TempDir Path folder) throws Exception {
        var tracks = new ArrayList<ManifestTrack>();
        var info = Fixtures.info(Fixtures.clip());
        var sandbox = Fixtures.sandbox();
        var made =
                new ArrayList<Rendition>(new Packager(sandbox).copy(Fixtures.clip(), info, folder, new Cancellation()));
        made.addAll(
                0,
                new LadderEncoder(sandbox)
                        .encode(
                                Fixtures.clip(),
                                info,
                                Ladder.plan(info, LadderProfile.balanced("ultrafast")),
                                "ultrafast",
                                false,
                                folder,
                                Progress.Listener.NONE,
                                new Cancellation()));
        for (var rendition : made) {
            var file = rendition.file().getFileName().toString();
            var playlist = rendition.name() + ".m3u8";
            Files.writeString(folder.resolve(playlist), HlsManifests.media(file, rendition.index()));
            tracks.add(new ManifestTrack(rendition.name(), file, playlist, rendition.index(), rendition.source()));
        }
        var master = Files.writeString(folder.resolve("master.m3u8"), HlsManifests.master(tracks));
        assertThat(Fixtures.ffprobe(
                                "-v",
                                "error",
                                "-allowed_extensions",
                                "ALL",
                                "-show_entries",
                                "stream=codec_name,width",
                                "-of",
                                "csv=p=0",
                                master.toString())
                        .lines()
                        .map(line -> line.replaceAll("[^a-z0-9,]", ""))
                        .distinct())
                .contains("h264,640", "h264,426", "aac");
        assertThat(Fixtures.ffmpeg(List.of("-v", "error", "-i", master.toString(), "-map", "0", "-f", "null", "-")))
                .isEmpty();
    }

    private static List<ManifestTrack> tracks() {
        var video = new CmafIndex(
                TrackKind.VIDEO,
                "avc1.640028",
                1000,
                0,
                new ByteRange(0, 800),
                new ByteRange(800, 100),
                List.of(new Segment(900, 5000, 4000), new Segment(5900, 1000, 1000)),
                1280,
                720,
                FrameRate.parse("30000/1001"),
                0,
                0);
        var audio = new CmafIndex(
                TrackKind.AUDIO,
                "mp4a.40.2",
                1000,
                0,
                new ByteRange(0, 800),
                new ByteRange(800, 100),
                List.of(new Segment(900, 5000, 4000), new Segment(5900, 1000, 1000)),
                0,
                0,
                FrameRate.UNKNOWN,
                2,
                48_000);
        return List.of(
                new ManifestTrack("720p", "720p-abc.mp4", "720p.m3u8", video, false),
                new ManifestTrack("source", "source-abc.mp4", "source.m3u8", video, true),
                new ManifestTrack("audio", "audio-abc.mp4", "audio.m3u8", audio, false));
    }

    private static Document xml(String text) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static String evaluate(Document xml, String path) {
        try {
            return XPathFactory.newInstance().newXPath().evaluate(path, xml);
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }
}
