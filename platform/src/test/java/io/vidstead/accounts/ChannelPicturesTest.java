package io.vidstead.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class ChannelPicturesTest {

    @TestHTTPResource("/")
    URI site;

    private Visitor person;
    private Visitor anonymous;

    @BeforeEach
    void come() {
        person = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
    }

    private static byte[] png(Color colour, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Answer put(Visitor who, String which, byte[] picture) {
        return who.send("PUT", "/api/v1/me/" + which, BodyPublishers.ofByteArray(picture), "Content-Type", "image/png");
    }

    private static BufferedImage image(Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    }

    @Test
    void picturesAreEncodedAnewAndServedForEver() throws IOException {
        Answer first = put(person, "avatar", png(Color.RED, 300, 200));
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        String url = first.json().path("avatar_url").textValue();
        assertThat(url).matches("/media/channels/" + person.id() + "-avatar-[0-9a-f]{16}\\.jpg");
        Answer picture = anonymous.get(url);
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        BufferedImage served = image(picture);
        assertThat(served.getWidth()).isEqualTo(256);
        assertThat(served.getHeight()).isEqualTo(256);
        String etag = picture.header("ETag");
        assertThat(anonymous.get(url, "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(anonymous.head(url).status()).isEqualTo(200);

        String next = put(person, "avatar", png(Color.BLUE, 300, 200))
                .json()
                .path("avatar_url")
                .textValue();
        assertThat(next).isNotEqualTo(url);
        assertThat(anonymous.get(url).status()).isEqualTo(404);
        Answer without = person.delete("/api/v1/me/avatar");
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.json().path("avatar_url").isNull()).isTrue();
        assertThat(anonymous.get(next).status()).isEqualTo(404);
    }

    @Test
    void bannersAreWide() throws IOException {
        Answer banner = put(person, "banner", png(Color.GREEN, 800, 600));
        assertThat(banner.status()).as(banner.toString()).isEqualTo(200);
        BufferedImage served =
                image(anonymous.get(banner.json().path("banner_url").textValue()));
        assertThat(served.getWidth()).isEqualTo(2048);
        assertThat(served.getHeight()).isEqualTo(512);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        Answer drawing =
                put(person, "avatar", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        assertThat(drawing.status()).isEqualTo(415);
        assertThat(drawing.code()).isEqualTo("not_an_image");
        assertThat(put(person, "avatar", new byte[0]).status()).isEqualTo(415);
        assertThat(put(person, "avatar", new byte[21 << 20]).status()).isEqualTo(413);
        assertThat(put(anonymous, "avatar", new byte[10]).status()).isEqualTo(401);
    }

    @Test
    void namesLeadNowhereElse() {
        for (String name :
                new String[] {"x.jpg", "..%2f..%2fdatabase%2fpassword", "%2e%2e/%2e%2e/etc/passwd", "a".repeat(5_000)
                }) {
            assertThat(anonymous.get("/media/channels/" + name).status()).isEqualTo(404);
        }
    }
}
