package io.vidstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebAssetTest {

    @TempDir
    Path folder = Path.of("");

    private Map<String, WebAsset> assets = Map.of();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("assets"));
        for (String file : new String[] {
            "index.html",
            "sw.js",
            "favicon.svg",
            "assets/app-Ab3_x-9Z.js",
            "assets/app-Ab3_x-9Z.js.br",
            "assets/app-Ab3_x-9Z.js.gz"
        }) {
            Files.writeString(folder.resolve(file), "content of " + file);
        }
        assets = WebAsset.readAll(folder);
    }

    private WebAsset asset(String address) {
        WebAsset asset = assets.get(address);
        assertThat(asset).as(address).isNotNull();
        return asset;
    }

    @Test
    void siblingsAreNoAssetsOfTheirOwn() {
        assertThat(assets).containsOnlyKeys("/index.html", "/sw.js", "/favicon.svg", "/assets/app-Ab3_x-9Z.js");
    }

    @Test
    void onlyHashedNamesAreCachedForEver() {
        assertThat(asset("/assets/app-Ab3_x-9Z.js").cacheControl()).contains("immutable");
        assertThat(asset("/index.html").cacheControl()).isEqualTo("no-cache");
        assertThat(asset("/sw.js").cacheControl()).isEqualTo("no-cache");
        assertThat(asset("/favicon.svg").cacheControl()).isEqualTo("public, max-age=86400");
    }

    @Test
    void theBestVariantThatTheBrowserTakesIsSent() {
        WebAsset app = asset("/assets/app-Ab3_x-9Z.js");
        assertThat(app.variantFor("gzip, deflate, br").encoding()).isEqualTo("br");
        assertThat(app.variantFor("gzip").encoding()).isEqualTo("gzip");
        assertThat(app.variantFor(null).encoding()).isNull();
        assertThat(app.contentType()).isEqualTo("text/javascript; charset=utf-8");
    }
}
