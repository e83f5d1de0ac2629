package io.vidstead.media.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of docs/media.md that tests find; each stands between two comments. To write them anew: -Dvidstead.update=true. */
final class MediaPage {
    private static final Path PAGE = Path.of("..", "docs", "media.md");

    private MediaPage() {}

    /** Fails when the page's table {@code name} has other lines than {@code found}. */
    static void assertTable(String name, List<String> found) throws IOException {
        var begin = "<!-- begin " + name + " -->\n";
        var end = "<!-- end " + name + " -->";
        var page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(page).contains(begin, end);
        var table = String.join("\n", found) + "\n";
        if (Boolean.getBoolean("vidstead.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as("docs/media.md; -Dvidstead.update=true writes it anew")
                    .isEqualTo(table);
        }
    }
}
