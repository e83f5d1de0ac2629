package io.vidstead.media.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.Fixtures;
import io.vidstead.media.images.ImageResult.Accepted;
import io.vidstead.media.images.ImageResult.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    @TempDir
    private Path folder;

    private final Images images = new Images(Fixtures.sandbox());

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "webp"})
    void makesASquareAvatarOfAnyKindOfPicture(String kind) throws Exception {
        var input = Fixtures.made(
                "picture." + kind,
                List.of("-f", "lavfi", "-i", "testsrc=s=800x600:d=1", "-frames:v", "1", "-metadata", "title=secret"));
        var accepted = (Accepted) reencode(input, ImageSpec.AVATAR);
        var picture = ImageIO.read(accepted.file().toFile());
        assertThat(picture.getWidth()).isEqualTo(accepted.width()).isEqualTo(256);
        assertThat(picture.getHeight()).isEqualTo(accepted.height()).isEqualTo(256);
        assertThat(Files.readString(accepted.file(), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void fitsAThumbnailInsideWithoutEnlarging() {
        var input = Fixtures.made("small.png", List.of("-f", "lavfi", "-i", "testsrc=s=300x500:d=1", "-frames:v", "1"));
        var accepted = (Accepted) reencode(input, ImageSpec.THUMBNAIL);
        assertThat(accepted.width()).isEqualTo(300);
        assertThat(accepted.height()).isEqualTo(500);
    }

    @Test
    void laysTransparentPicturesOnWhite() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        var accepted = (Accepted) reencode(written("clear.png", bytes.toByteArray()), ImageSpec.AVATAR);
        assertThat(accepted.colour()).matches("#f[a-f]f[a-f]f[a-f]");
    }

    @Test
    @Timeout(1)
    void refusesAPictureBombUndecoded() {
        var header = ByteBuffer.allocate(64)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(16_000)
                .putInt(16_000);
        assertThat(((Refused) reencode(written("bomb.png", header.array()), ImageSpec.AVATAR)).code())
                .isEqualTo("too_many_pixels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "%PDF-1.7",
                "#EXTM3U\nfile:///etc/passwd"
            })
    void refusesWhatIsNoPicture(String content) {
        var refused =
                (Refused) reencode(written("no-picture", content.getBytes(StandardCharsets.UTF_8)), ImageSpec.AVATAR);
        assertThat(refused.code()).isEqualTo("not_an_image");
        assertThat(folder.resolve("out.jpg")).doesNotExist();
    }

    @Test
    void refusesDamagedPictures() {
        var refused = (Refused) reencode(
                written("cut.png", ByteBuffer.allocate(40).put(pngHeader()).array()), ImageSpec.AVATAR);
        assertThat(refused.code()).isEqualTo("broken_image");
    }

    @Test
    void readsNoHeaderOutOfNoise() {
        var random = new Random(42);
        var bytes = new byte[64];
        var starts = List.of(
                new byte[] {(byte) 0xff, (byte) 0xd8},
                "RIFF    WEBPVP8X".getBytes(StandardCharsets.US_ASCII),
                pngHeader(),
                "GIF89a".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 20_000; i++) {
            random.nextBytes(bytes);
            var start = starts.get(i % starts.size());
            System.arraycopy(start, 0, bytes, 0, start.length);
            var header = ImageHeader.parse(ByteBuffer.wrap(bytes, 0, bytes.length));
            assertThat(header.map(ImageHeader::pixels).orElse(1L)).isPositive();
        }
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        var refused = (Refused) reencode(written("large.png", new byte[(int) Images.MAX_BYTES + 1]), ImageSpec.AVATAR);
        assertThat(refused.code()).isEqualTo("too_large");
    }

    private static byte[] pngHeader() {
        return ByteBuffer.allocate(24)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(100)
                .putInt(100)
                .array();
    }

    private Path written(String name, byte[] content) {
        return Fixtures.file(name, content);
    }

    private ImageResult reencode(Path input, ImageSpec spec) {
        return images.reencode(input, spec, folder.resolve("out.jpg"));
    }
}
