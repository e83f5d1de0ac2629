package io.vidstead.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import io.vidstead.testing.People;
import io.vidstead.testing.People.Person;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
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
import org.junit.jupiter.api.Test;

@PlatformTest
class ChannelPicturesTest {

    @TestHTTPResource("/")
    URI site;

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

    private static ValidatableResponse put(Person person, String which, byte[] picture) {
        return given().auth()
                .oauth2(person.accessToken())
                .contentType("image/png")
                .body(picture)
                .put("/api/v1/me/" + which)
                .then();
    }

    @Test
    void picturesAreEncodedAnewAndServedForEver() throws IOException {
        Person person = People.register();
        String url = put(person, "avatar", png(Color.RED, 300, 200))
                .statusCode(200)
                .body("avatar_url", matchesPattern("/media/channels/" + person.userId() + "-avatar-[0-9a-f]{16}\\.jpg"))
                .extract()
                .path("avatar_url");
        ValidatableResponse picture = given().get(url)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff");
        BufferedImage served =
                ImageIO.read(new ByteArrayInputStream(picture.extract().asByteArray()));
        assertThat(served.getWidth()).isEqualTo(256);
        assertThat(served.getHeight()).isEqualTo(256);
        String etag = picture.extract().header("ETag");
        given().header("If-None-Match", etag).get(url).then().statusCode(304);
        given().head(url).then().statusCode(200);

        String next = put(person, "avatar", png(Color.BLUE, 300, 200)).extract().path("avatar_url");
        assertThat(next).isNotEqualTo(url);
        given().get(url).then().statusCode(404);
        given().auth()
                .oauth2(person.accessToken())
                .delete("/api/v1/me/avatar")
                .then()
                .statusCode(200)
                .body("avatar_url", nullValue());
        given().get(next).then().statusCode(404);
    }

    @Test
    void bannersAreWide() throws IOException {
        Person person = People.register();
        String url = put(person, "banner", png(Color.GREEN, 800, 600))
                .statusCode(200)
                .extract()
                .path("banner_url");
        BufferedImage served =
                ImageIO.read(new ByteArrayInputStream(given().get(url).asByteArray()));
        assertThat(served.getWidth()).isEqualTo(2048);
        assertThat(served.getHeight()).isEqualTo(512);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        Person person = People.register();
        put(person, "avatar", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415)
                .body("code", equalTo("not_an_image"));
        put(person, "avatar", new byte[0]).statusCode(415);
        assertThat(Visitor.user(site)
                        .send(
                                "PUT",
                                "/api/v1/me/avatar",
                                BodyPublishers.ofByteArray(new byte[21 << 20]),
                                "Content-Type",
                                "image/png")
                        .status())
                .isEqualTo(413);
        given().contentType("image/png")
                .body(new byte[10])
                .put("/api/v1/me/avatar")
                .then()
                .statusCode(401);
    }

    @Test
    void namesLeadNowhereElse() {
        for (String name :
                new String[] {"x.jpg", "..%2f..%2fdatabase%2fpassword", "%2e%2e/%2e%2e/etc/passwd", "a".repeat(5_000)
                }) {
            given().urlEncodingEnabled(false)
                    .get("/media/channels/" + name)
                    .then()
                    .statusCode(404);
        }
    }
}
