package io.vidstead.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/configuration.md says what the declarations say. To write it anew: -Dvidstead.update=true. */
class SettingsPageDriftTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    @Test
    void theDocumentationIsCurrent() throws IOException {
        if (Boolean.getBoolean("vidstead.update")) {
            Files.writeString(PAGE, SettingsPage.render());
        }
        assertThat(PAGE).hasContent(SettingsPage.render());
    }
}
