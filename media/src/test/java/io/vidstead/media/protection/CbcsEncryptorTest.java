package io.vidstead.media.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Fixtures;
import io.vidstead.media.MediaException;
import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.encode.Rendition;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CbcsEncryptorTest {
    @TempDir
    private Path folder;

    private final ContentKey key = ContentKey.random(new Random(7));
    private final CbcsEncryptor encryptor = new CbcsEncryptor(List.of(new ClearKey()));

    private List<Rendition> clear;

    @BeforeEach
    void packageTheClip() {
        clear = copy(Fixtures.clip());
    }

    private List<Rendition> copy(Path input) {
        return new Packager(Fixtures.sandbox()).copy(input, Fixtures.info(input), folder, new Cancellation());
    }

    private Path encrypted(Rendition rendition) {
        var file = folder.resolve(rendition.name() + "-encrypted.mp4");
        encryptor.encrypt(rendition.file(), file, key);
        return file;
    }

    /** Another's decryptor, ffmpeg's, sees the same pictures and sound. */
    @Test
    void decryptedItIsWhatItWas() {
        for (var rendition : clear) {
            var file = encrypted(rendition);
            assertThat(packets(file, List.of("-decryption_key", hex())))
                    .isEqualTo(packets(rendition.file(), List.of()))
                    .isNotEqualTo(packets(file, List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weightp=2:ref=6:bframes=3:weightb=1:slices=3",
                "cabac=0:bframes=0:ref=4",
                "interlaced=1:bframes=2"
            })
    void headersOfSlicesOfAllKindsAreUnderstood(String options) {
        var input = Fixtures.made(
                "slices-" + Math.abs(options.hashCode()) + ".mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x240:r=25:d=2",
                        "-vf",
                        "fade=out:20:25",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:v",
                        "libx264",
                        "-x264-params",
                        options));
        var rendition = copy(input).getFirst();
        assertThat(packets(encrypted(rendition), List.of("-decryption_key", hex())))
                .isEqualTo(packets(rendition.file(), List.of()));
    }

    @Test
    void theBoxesSayHowItIsEncrypted() throws Exception {
        var file = encrypted(clear.getFirst());
        var index = CmafFile.read(file);
        var moov = box(file, index.init().offset(), index.init().length(), "moov");
        var entry = moov.require("trak", "mdia", "minf", "stbl", "stsd")
                .childrenAfter(8)
                .getFirst();
        assertThat(entry.type()).isEqualTo("encv");
        var sinf = entry.childrenAfter(78).getLast();
        assertThat(sinf.require("frma").reader().getInt()).isEqualTo(0x61766331);
        assertThat(sinf.require("schm").body().getInt(4)).isEqualTo(0x63626373);
        var tenc = sinf.require("schi", "tenc");
        assertThat(tenc.body().getInt(4)).isEqualTo(0x00190100);
        assertThat(tenc.body().getLong(8)).isEqualTo(key.id().getMostSignificantBits());
        assertThat(moov.require("pssh").body().getLong(4)).isEqualTo(0x1077efecc0b24d02L);
        for (var segment : index.segments()) {
            var moof = box(file, segment.offset(), segment.length(), "moof");
            var senc = moof.require("traf", "senc").reader();
            var samples = moof.require("traf", "trun").body().getInt(4);
            assertThat(senc.getInt(4)).isEqualTo(samples);
            int entries = moof.require("traf", "saio").body().getInt(8);
            var bytes = segmentBytes(file, segment.offset(), segment.length());
            assertThat(bytes.getShort(entries)).isPositive();
            assertThat(bytes.slice(entries, senc.limit() - 8)).isEqualTo(senc.slice(8, senc.limit() - 8));
        }
    }

    @Test
    void manifestsTellTheSameTimesAndKeyframes() {
        for (var rendition : clear) {
            CmafIndex index = CmafFile.read(encrypted(rendition));
            assertThat(index.codecs()).isEqualTo(rendition.index().codecs());
            assertThat(index.startTicks()).isEqualTo(rendition.index().startTicks());
            assertThat(index.durationSeconds()).isEqualTo(rendition.index().durationSeconds());
            assertThat(index.keyframes()).hasSameSizeAs(rendition.index().keyframes());
        }
    }

    @Test
    void whatCannotBeEncryptedIsRefused() {
        var input = Fixtures.made(
                "vp9-to-protect.mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=64x64:r=25:d=0.5",
                        "-c:v",
                        "libvpx-vp9",
                        "-deadline",
                        "realtime",
                        "-movflags",
                        "+cmaf+frag_keyframe+empty_moov+global_sidx"));
        assertThatThrownBy(() -> encryptor.encrypt(input, folder.resolve("no.mp4"), key))
                .isInstanceOf(MediaException.class);
        assertThat(folder.resolve("no.mp4")).doesNotExist();
    }

    @Test
    void aKeySaysNothingOfItself() {
        assertThat(key.toString()).doesNotContain(hex()).contains(key.id().toString());
    }

    private String hex() {
        return HexFormat.of().formatHex(key.secret().getEncoded());
    }

    private static List<String> packets(Path file, List<String> decryption) {
        var arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(decryption);
        arguments.addAll(List.of("-i", file.toString(), "-map", "0", "-c", "copy", "-f", "framemd5", "-"));
        return Fixtures.ffmpeg(arguments)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static Box box(Path file, long offset, long length, String type) throws Exception {
        return Box.list(segmentBytes(file, offset, length)).stream()
                .filter(box -> box.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static ByteBuffer segmentBytes(Path file, long offset, long length) throws Exception {
        return ByteBuffer.wrap(Files.readAllBytes(file), (int) offset, (int) length)
                .slice();
    }
}
