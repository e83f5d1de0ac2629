package io.vidstead.processing;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.vidstead.catalog.RenditionRecord;
import java.util.List;

/**
 * What became of a piece.
 *
 * @param chunks files to be joined, one a rung; none where the picture had ended
 * @param renditions finished ones
 */
record PieceResult(List<ChunkFile> chunks, List<RenditionRecord> renditions) {

    /**
     * A stored chunk of a rung.
     *
     * @param key where the object store has it
     * @param index the media library's index of it, as JSON
     */
    record ChunkFile(String rung, String key, String index) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    PieceResult {
        chunks = List.copyOf(chunks);
        renditions = List.copyOf(renditions);
    }

    static PieceResult ofChunks(List<ChunkFile> chunks) {
        return new PieceResult(chunks, List.of());
    }

    static PieceResult ofRenditions(List<RenditionRecord> renditions) {
        return new PieceResult(List.of(), renditions);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static PieceResult fromJson(String json) {
        try {
            return JSON.readValue(json, PieceResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result of another version", e);
        }
    }
}
