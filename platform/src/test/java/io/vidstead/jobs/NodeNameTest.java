package io.vidstead.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeNameTest {

    @Test
    void aShortNameStays() {
        assertThat(NodeName.shorten("host:/var/lib/vidstead")).isEqualTo("host:/var/lib/vidstead");
    }

    @Test
    void longNamesFitIntoTheTableAndStayApart() {
        String folder = "host:/" + "folder/".repeat(20);
        assertThat(NodeName.shorten(folder + "a"))
                .hasSizeLessThanOrEqualTo(50)
                .isEqualTo(NodeName.shorten(folder + "a"));
        assertThat(NodeName.shorten(folder + "a")).isNotEqualTo(NodeName.shorten(folder + "b"));
    }
}
