package io.vidstead.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.jit.JitSource;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyframesTest {
    @TempDir
    private Path folder;

    private CmafIndex packaged() {
        var clip = Fixtures.clip();
        return new Packager(Fixtures.sandbox())
                .copy(clip, Fixtures.info(clip), folder, new Cancellation())
                .getFirst()
                .index();
    }

    /** Ffprobe tells where the pictures lie that stand alone. */
    @Test
    void aRangeEndsWithThePictureThatTheSegmentBeginsWith() {
        var index = packaged();
        var packets = Fixtures.ffprobe(
                "-v",
                "error",
                "-select_streams",
                "v",
                "-show_entries",
                "packet=size,pos,flags",
                "-of",
                "csv=p=0",
                folder.resolve("source.mp4").toString());
        var ends = packets.lines()
                .map(line -> line.split(","))
                .filter(packet -> packet[2].startsWith("K"))
                .map(packet -> Long.parseLong(packet[0]) + Long.parseLong(packet[1]))
                .toList();
        assertThat(index.keyframes())
                .hasSize(index.segments().size())
                .allSatisfy(frame -> assertThat(ends).contains(frame.offset() + frame.length()));
        assertThat(index.keyframes())
                .extracting(Segment::offset)
                .isEqualTo(index.segments().stream().map(Segment::offset).toList());
    }

    @Test
    void aFileThatWasNeverWrittenTellsTheSame() throws Exception {
        var source = JitSource.open(Fixtures.clip(), Fixtures.info(Fixtures.clip()))
                .orElseThrow()
                .video();
        var file = folder.resolve("written.mp4");
        try (var out = Channels.newChannel(Files.newOutputStream(file))) {
            source.transferTo(new ByteRange(0, source.size()), out);
        }
        assertThat(source.index().keyframes())
                .isNotEmpty()
                .isEqualTo(CmafFile.read(file).keyframes());
    }

    @Test
    void thePlaylistListsThemAndTheMasterSaysWhatTheyCost() {
        var index = packaged();
        var first = index.keyframes().getFirst();
        var playlist = HlsManifests.keyframes("source.mp4", index, Optional.empty());
        assertThat(playlist)
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("#EXT-X-I-FRAMES-ONLY\n")
                        .contains("#EXT-X-BYTERANGE:" + first.length() + "@" + first.offset() + "\n"));
        var track = new ManifestTrack("source", "source.mp4", "source.m3u8", index, true);
        long peak = index.keyframes().stream()
                .mapToLong(frame -> (long) Math.ceil(frame.length() * 8 / index.seconds(frame.durationTicks())))
                .max()
                .orElseThrow();
        assertThat(HlsManifests.master(List.of(track)))
                .contains("#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=" + peak + ",")
                .contains(",RESOLUTION=640x360,URI=\"keyframes-source.m3u8\"\n");
        assertThat(CmafIndex.fromJson(index.toJson())).isEqualTo(index);
    }
}
