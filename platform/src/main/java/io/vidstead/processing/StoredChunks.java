package io.vidstead.processing;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.Rendition;
import io.vidstead.processing.pieces.LeasedPiece;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Encoded chunks on their way to be joined. Their keys hold the lease's token: no two workers ever write to the same. */
@ApplicationScoped
class StoredChunks {

    static final String FOLDER = "chunks";

    private final ObjectStore objects;

    StoredChunks(ObjectStore objects) {
        this.objects = objects;
    }

    /** Takes the chunk's file over. */
    PieceResult.ChunkFile put(LeasedPiece leased, Rendition chunk) {
        String name = leased.piece().number() + "-" + leased.token() + "-" + chunk.name() + ".mp4";
        ObjectKey key = ObjectKey.of(FOLDER, leased.piece().video().value(), name);
        objects.put(key, chunk.file());
        return new PieceResult.ChunkFile(
                chunk.name(), key.value(), chunk.index().toJson());
    }

    void delete(List<PieceResult.ChunkFile> chunks) {
        chunks.forEach(chunk -> objects.delete(new ObjectKey(chunk.key())));
    }

    /** Those of a video that were joined, and those that were refused. */
    void deleteAll(VideoId video) {
        List<ObjectKey> keys;
        try (Stream<StoredObject> all = objects.list(FOLDER + "/" + video + "/")) {
            keys = all.map(StoredObject::key).toList();
        }
        keys.forEach(objects::delete);
    }
}
