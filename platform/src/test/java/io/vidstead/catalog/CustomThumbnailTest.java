package io.vidstead.catalog;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures that owners bring. */
@PlatformTest
class CustomThumbnailTest extends VideoVisits {

    private static byte[] picture(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            image.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt(1 << 24));
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private Answer putPicture(Visitor who, VideoId video, byte[] bytes) {
        return who.send(
                "PUT", path(video) + "/thumbnail", BodyPublishers.ofByteArray(bytes), "Content-Type", "image/png");
    }

    @Test
    void theOwnersPictureIsEncodedAnewAndShown() throws IOException {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        Answer answer = putPicture(owner, video, picture(640, 360));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        String url = answer.json().path("thumbnail_url").asText();
        assertThat(url).startsWith("/media/" + video + "/thumb-9-").endsWith(".jpg");
        assertThat(answer.json().path("thumbnails")).hasSize(4);
        Answer shown = anonymous.get(url);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("Cache-Control")).contains("immutable");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.bytes())).getWidth())
                .isEqualTo(640);

        Answer replaced = putPicture(owner, video, picture(320, 180));
        assertThat(replaced.json().path("thumbnail_url").asText()).isNotEqualTo(url);
        assertThat(anonymous.get(url).status()).isEqualTo(404);
        owner.patch(path(video), "{\"thumbnail\": 0}");
        assertThat(anonymous.get(path(video)).json().path("thumbnail_url").asText())
                .endsWith("thumb-0-abc.jpg");
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        VideoId video = films.playing(owner.id(), titled("A", "public"));
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><image href=\"file:///etc/passwd\"/></svg>";
        for (byte[] bytes : List.of(svg.getBytes(), new byte[0], new byte[100], "#EXTM3U\n".getBytes())) {
            assertThat(putPicture(owner, video, bytes).status()).isIn(400, 415);
        }
        assertThat(putPicture(owner, video, new byte[(20 << 20) + 1]).status()).isEqualTo(413);
        assertThat(putPicture(other, video, picture(64, 64)).status()).isEqualTo(403);
        assertThat(putPicture(moderator, video, picture(64, 64)).status()).isEqualTo(403);
        assertThat(putPicture(anonymous, video, picture(64, 64)).status()).isEqualTo(401);
        assertThat(anonymous.get(path(video)).json().path("thumbnails")).hasSize(3);
    }
}
