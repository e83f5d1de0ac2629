package io.vidstead.engines.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeCodecTest {

    private static final Entry ENTRY = new Entry(
            "video/a",
            "video",
            "a",
            Optional.of("de"),
            Map.of(TextField.TITLE, "Über Flüsse 😀", TextField.SAID, "ein Wort ".repeat(20_000)),
            Map.of("category", List.of("music", "news"), "tag", List.of()),
            Map.of("published", Long.MIN_VALUE),
            Map.of("views", 7L),
            Optional.of(new float[] {1, -0.5f, Float.MIN_VALUE}));

    @Test
    void changesComeBackAsTheyWere() throws IOException {
        Entry bare =
                new Entry("b", "cue", "a", Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty());
        List<Change> changes = List.of(
                new Change.Put(bare),
                new Change.Remove("c"),
                new Change.RemoveOf("a", "cue"),
                new Change.Count("a", Map.of("views", 5L, "likes", -1L)));
        assertThat(ChangeCodec.decode(ChangeCodec.encode(changes))).isEqualTo(changes);
        assertThat(ChangeCodec.decode(ChangeCodec.encode(List.of(new Change.Put(ENTRY)))))
                .usingRecursiveComparison()
                .isEqualTo(List.of(new Change.Put(ENTRY)));
        assertThat(ChangeCodec.decode(ChangeCodec.encode(List.of()))).isEmpty();
    }

    @Test
    void otherBytesAreRefused() {
        byte[] bytes = ChangeCodec.encode(List.of(new Change.Put(ENTRY)));
        assertThatThrownBy(() -> ChangeCodec.decode(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ChangeCodec.decode(new byte[] {1, 9})).isInstanceOf(IOException.class);
    }
}
