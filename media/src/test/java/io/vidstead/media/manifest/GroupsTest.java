package io.vidstead.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.FrameRate;
import io.vidstead.media.Sound;
import io.vidstead.media.TrackKind;
import io.vidstead.media.VideoRange;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.PictureSignal;
import io.vidstead.media.cmaf.Segment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What players choose from: languages, written words, codings, ranges of light, keys. */
class GroupsTest {
    private static final PictureSignal HDR = new PictureSignal(VideoRange.PQ, Optional.of("dvh1.08.07/db1p"));

    @Test
    void soundIsListedByLanguageAndOneIsPreferred() {
        var master = HlsManifests.master(List.of(video("720p", "avc1.64001f"), english("audio"), german("audio-2")));
        assertThat(master)
                .contains(
                        "NAME=\"English\",LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"audio.m3u8\"")
                .contains("NAME=\"Kommentar\",LANGUAGE=\"de\",DEFAULT=YES,AUTOSELECT=YES")
                .containsOnlyOnce("#EXT-X-STREAM-INF");
        var mpd = DashManifest.render(List.of(video("720p", "avc1.64001f"), english("audio"), german("audio-2")));
        assertThat(mpd)
                .contains("lang=\"en\"", "lang=\"de\"", "<Label>Kommentar</Label>")
                .containsOnlyOnce("value=\"main\"")
                .containsOnlyOnce("value=\"alternate\"");
    }

    @Test
    void namesThatAreAlikeOrBreakOutAreToldApart() {
        var first = sound("audio", new Sound(Optional.of("en"), "A \"quoted\"\nname", false));
        var second = sound("audio-2", new Sound(Optional.of("en"), "A quotedname", false));
        assertThat(HlsManifests.master(List.of(video("720p", "avc1.64001f"), first, second)))
                .contains("NAME=\"A quotedname\"", "NAME=\"A quotedname 2\"");
    }

    @Test
    void wordsAreAGroupOfPlaylistsInHlsAndFilesInDash() {
        var texts = List.of(
                new TextTrack("en", "en-1.vtt", "captions-en.m3u8", Optional.of("en"), "English", true, 100),
                new TextTrack("x", "x-1.vtt", "captions-x.m3u8", Optional.empty(), "", false, 100));
        var tracks = List.of(video("720p", "avc1.64001f"));
        assertThat(HlsManifests.master(tracks, texts))
                .contains("TYPE=SUBTITLES,GROUP-ID=\"subtitles\",NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES")
                .contains("NAME=\"x\",DEFAULT=NO")
                .contains(",SUBTITLES=\"subtitles\"");
        assertThat(HlsManifests.text("en-1.vtt", 7.2))
                .contains("#EXT-X-TARGETDURATION:8\n", "#EXTINF:7.200000,\nen-1.vtt\n");
        assertThat(DashManifest.render(tracks, texts))
                .contains("mimeType=\"text/vtt\" lang=\"en\"", "<BaseURL>en-1.vtt</BaseURL>");
    }

    @Test
    void codingsAndRangesOfLightAreSetsOfTheirOwn() {
        var hdr = track("1080p-hdr", index("hvc1.2.4.L120.90", HDR), Sound.UNNAMED, Optional.empty());
        var tracks = List.of(
                hdr, video("1080p-av1", "av01.0.08M.08"), video("1080p", "avc1.640028"), video("720p", "avc1.64001f"));
        assertThat(HlsManifests.master(tracks))
                .contains("SUPPLEMENTAL-CODECS=\"dvh1.08.07/db1p\",RESOLUTION=1920x1080,VIDEO-RANGE=PQ")
                .contains("CODECS=\"avc1.64001f\",RESOLUTION=1920x1080,VIDEO-RANGE=SDR");
        var mpd = DashManifest.render(tracks);
        assertThat(mpd.split("<AdaptationSet ", -1)).hasSize(4);
        assertThat(mpd)
                .contains("TransferCharacteristics\" value=\"16\"")
                .contains("adaptation-set-switching:2016\" value=\"1,2\"");
        assertThat(CmafIndex.fromJson(hdr.index().toJson())).isEqualTo(hdr.index());
    }

    @Test
    void protectionIsToldToBothKindsOfPlayers() {
        var key = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        var system = new KeySystemEntry(
                "org.w3.clearkey",
                "data:,x",
                UUID.fromString("1077efec-c0b2-4d02-ace3-3c1e52e2fb4b"),
                Optional.of("AAAA"),
                Optional.of("/license?a&b"));
        var protection = Optional.of(new Protection(key, List.of(system)));
        var track = track("720p", index("avc1.64001f", PictureSignal.PLAIN), Sound.UNNAMED, protection);
        var expected = "METHOD=SAMPLE-AES,URI=\"data:,x\",KEYID=0x00112233445566778899aabbccddeeff,"
                + "KEYFORMAT=\"org.w3.clearkey\",KEYFORMATVERSIONS=\"1\"\n";
        assertThat(HlsManifests.master(List.of(track))).contains("#EXT-X-SESSION-KEY:" + expected);
        assertThat(HlsManifests.media("720p.mp4", track.index(), protection))
                .containsSubsequence("#EXT-X-MAP", "#EXT-X-KEY:" + expected, "#EXTINF");
        assertThat(DashManifest.render(List.of(track)))
                .contains("value=\"cbcs\" cenc:default_KID=\"00112233-4455-6677-8899-aabbccddeeff\"")
                .contains("urn:uuid:1077efec-c0b2-4d02-ace3-3c1e52e2fb4b", "<cenc:pssh>AAAA</cenc:pssh>")
                .contains(">/license?a&amp;b</dashif:Laurl>");
    }

    private static ManifestTrack english(String name) {
        return sound(name, new Sound(Optional.of("en"), "English", false));
    }

    private static ManifestTrack german(String name) {
        return sound(name, new Sound(Optional.of("de"), "Kommentar", true));
    }

    private static ManifestTrack video(String name, String codecs) {
        return track(name, index(codecs, PictureSignal.PLAIN), Sound.UNNAMED, Optional.empty());
    }

    private static ManifestTrack sound(String name, Sound sound) {
        return track(name, index("mp4a.40.2", PictureSignal.PLAIN), sound, Optional.empty());
    }

    private static ManifestTrack track(String name, CmafIndex index, Sound sound, Optional<Protection> protection) {
        return new ManifestTrack(name, name + ".mp4", name + ".m3u8", index, false, sound, protection);
    }

    private static CmafIndex index(String codecs, PictureSignal signal) {
        boolean sound = codecs.startsWith("mp4a");
        return new CmafIndex(
                sound ? TrackKind.AUDIO : TrackKind.VIDEO,
                codecs,
                1000,
                0,
                new ByteRange(0, 800),
                new ByteRange(800, 100),
                List.of(new Segment(900, 5000, 4000)),
                sound ? 0 : 1920,
                sound ? 0 : 1080,
                sound ? FrameRate.UNKNOWN : FrameRate.of(25),
                sound ? 2 : 0,
                sound ? 48_000 : 0,
                signal);
    }
}
